import type { Case } from './stance-cases.ts';

const said = (by: string, cue: string, text: string, expected: Case['expected']): Case => ({
  by,
  cue,
  text,
  expected,
});

/** On the Ukraine talks; written before any of them was read, in the manner of agency copy. Nobody said them. */
export const unseenTalks: readonly Case[] = [
  said('peskov', 'said', '“Russia is open to dialogue, but not to ultimatums,”', {
    'negotiation-process': 'supports',
  }),
  said('zelenskyy', 'told reporters', '“We will never trade our land for empty promises,”', {
    'territory-control': 'opposes',
  }),
  said('rubio', 'said', 'the United States would like to see the fighting stop', { ceasefire: 'supports' }),
  said('lavrov', 'said', 'a ceasefire without a settlement would only let Kyiv rearm', {
    ceasefire: 'opposes',
  }),
  said('macron', 'insisted', 'Ukraine must receive robust security guarantees', {
    'security-guarantees': 'supports',
  }),
  said('zakharova', 'said', 'NATO troops in Ukraine would be treated as legitimate targets', {
    'security-guarantees': 'opposes',
  }),
  said('orban', 'said', 'Hungary will veto new sanctions', { sanctions: 'opposes' }),
  said('kallas', 'said', 'lifting sanctions now would be a mistake', { sanctions: 'supports' }),
  said('trump', 'wrote', '“Very productive call. The talks will start at once!”', {
    'negotiation-process': 'supports',
  }),
  said('sybiha', 'said', 'Ukraine rejects any limit on the size of its armed forces', {
    'forces-cap': 'opposes',
  }),
  said('putin', 'said', 'Russia would not object to a meeting with Zelenskyy in Moscow', {
    'leader-meeting': 'noncommittal',
  }),
  said('peskov', 'ruled out', 'a meeting of the two presidents before an agreement is ready', {
    'leader-meeting': 'conditional',
  }),
  said('merz', 'pledged', 'further deliveries of air defence systems to Kyiv', {
    'arms-supplies': 'supports',
  }),
  said('fico', 'said', 'Slovakia will not send a single bullet to Ukraine', { 'arms-supplies': 'opposes' }),
  said('rutte', 'said', '“Ukraine’s path to NATO is irreversible,”', { 'nato-accession': 'supports' }),
  said('vance', 'said', 'he did not think that Ukraine should join NATO', { 'nato-accession': 'opposes' }),
  said('witkoff', 'said', 'the question of Donbas was still open', { 'territory-donbas': 'noncommittal' }),
  said('ushakov', 'said', 'Donbas was Russian, and that would not change', {
    'territory-donbas': 'supports',
  }),
  said('yermak', 'said', 'nobody had signed anything and the text was still being worked on', {
    'plan-status': 'noncommittal',
  }),
  said('starmer', 'welcomed', 'the progress made in Geneva on the plan', { 'plan-basis': 'supports' }),
  said('tusk', 'warned', 'the plan must not become a capitulation', { 'plan-basis': 'noncommittal' }),
  said('stubb', 'said', 'the American draft needed more work', { 'plan-basis': 'noncommittal' }),
  said('peskov', 'said', 'Moscow had not received the updated text', { 'plan-status': 'noncommittal' }),
  said('putin', 'said', 'signing anything with that leadership made no sense', {
    'legitimacy-signing': 'opposes',
  }),
  said('medvedev', 'called', 'Zelenskyy “an illegitimate usurper”', { 'legitimacy-leadership': 'opposes' }),
  said('von-der-leyen', 'said', '“President Zelenskyy was democratically elected, full stop,”', {
    'legitimacy-leadership': 'supports',
  }),
  said('erdogan', 'said', 'Istanbul was ready to host the next round', { 'mediation-venue': 'supports' }),
  said('ushakov', 'said', 'the Vatican was hardly a suitable place for the talks', {
    'mediation-venue': 'opposes',
  }),
  said('pope-leo', 'offered', 'the Vatican as a venue for peace talks', { 'mediation-venue': 'supports' }),
  said('zelenskyy', 'thanked', 'President Trump for his efforts to end the war', {
    'us-mediation': 'supports',
  }),
  said('nebenzya', 'said', 'the root causes of the conflict have to be removed first', {
    'root-causes': 'supports',
  }),
  said('kallas', 'said', '“Russia is not interested in peace, it is playing for time,”', {
    'russia-good-faith': 'opposes',
  }),
  said('putin', 'assured', 'Europeans that Russia had no plans to attack NATO countries', {
    'europe-assurance': 'supports',
  }),
  said('gerasimov', 'announced', 'that the offensive would go on along the whole front', {
    'continued-war': 'supports',
  }),
  said('putin', 'said', '“If they do not leave, we will take these territories by force,”', {
    'continued-war': 'conditional',
  }),
  said('peskov', 'confirmed', 'that Witkoff would come to Moscow next week', {
    'envoy-visits': 'noncommittal',
  }),
  said('meloni', 'said', 'Italy would not take part in a force on Ukrainian soil', {
    'security-guarantees': 'noncommittal',
  }),
  said('zelenskyy', 'said', 'a demilitarised zone made sense only if Russia pulled back as well', {
    dmz: 'conditional',
  }),
  said('lavrov', 'accused', 'Europe of sabotaging the peace efforts', {
    'negotiation-process': 'noncommittal',
  }),
  said('trump', 'said', 'Zelenskyy was ready to give up Crimea', { 'territory-crimea@ukraine': 'supports' }),
];

/** On the trade agreement of the Union and Mercosur, likewise. */
export const unseenTrade: readonly Case[] = [
  said('pena', 'said', '“Paraguay has waited long enough, we want to sign,”', {}),
  said('orsi', 'hailed', 'the agreement as a milestone', { 'deal-approval': 'supports' }),
  said('genevard', 'said', 'the deal was still not acceptable to France', { 'deal-approval': 'opposes' }),
  said('meloni', 'said', 'it would be premature to sign the agreement this month', {
    'deal-approval': 'noncommittal',
  }),
  said('sefcovic', 'said', 'nothing in the agreement will be renegotiated', {
    'deal-approval': 'noncommittal',
  }),
  said('merz', 'urged', 'France to drop its resistance to the deal', { 'deal-approval': 'supports' }),
  said('lula', 'warned', 'there would be no deal during his term if it was not signed now', {
    'deal-approval': 'conditional',
  }),
  said('stocker', 'said', 'Vienna would abstain in the vote on the agreement', {
    'deal-approval': 'noncommittal',
  }),
  said('krajewski', 'vowed', 'to fight the agreement to the end', { 'deal-approval': 'opposes' }),
  said('sanchez', 'said', 'Spain had always supported the agreement', { 'deal-approval': 'supports' }),
  said('macron', 'said', 'France could not back the accord unless three conditions were met', {
    'deal-approval': 'conditional',
  }),
  said('giansanti', 'denounced', 'the agreement as a betrayal of European farming', {
    'deal-approval': 'opposes',
  }),
  said('costa', 'expressed', 'confidence that the agreement would be signed in January', {
    'deal-approval': 'supports',
  }),
  said('lange', 'opposed', 'splitting the agreement in two', { 'provisional-application': 'opposes' }),
  said('hansen', 'said', 'the trade part should be applied as soon as it is ratified by Parliament', {
    'provisional-application': 'conditional',
  }),
  said('genevard', 'said', 'it was out of the question to bypass national parliaments', {
    'provisional-application': 'opposes',
  }),
  said('lange', 'said', 'a court opinion would take up to two years', { 'court-review': 'noncommittal' }),
  said('sefcovic', 'said', '“We see no need for a legal review,”', { 'court-review': 'opposes' }),
  said('vieira', 'said', 'no date for the signing had been set', { 'signing-date': 'noncommittal' }),
  said('lollobrigida', 'demanded', 'stronger safeguards for rice growers', { 'farm-safeguards': 'supports' }),
  said('pena', 'complained', 'that the safeguard clauses went too far', { 'farm-safeguards': 'opposes' }),
  said('sefcovic', 'said', 'the safeguard mechanism would be triggered by a price drop of 10 per cent', {
    'farm-safeguards': 'noncommittal',
  }),
  said('favaro', 'rejected', 'the safeguards voted by the European Parliament', {
    'farm-safeguards': 'opposes',
  }),
  said('martin', 'said', 'Irish farmers could not live with a beef quota of 99,000 tonnes', {
    'beef-quota': 'opposes',
  }),
  said('alckmin', 'said', 'the beef quota was too small', { 'beef-quota': 'noncommittal' }),
  said('hansen', 'said', '“Nobody will flood our market with beef,”', {}),
  said('macron', 'said', 'without mirror clauses France would not sign', { 'mirror-clauses': 'supports' }),
  said('milei', 'said', 'Argentina saw no reason to accept European standards', {
    'mirror-clauses': 'opposes',
  }),
  said('hansen', 'promised', 'more import controls at the ports', { 'mirror-clauses': 'supports' }),
  said('lula', 'said', 'reciprocity was only fair', { 'mirror-clauses': 'supports' }),
  said('tusk', 'said', 'a crisis reserve would not make up for the damage', {
    'farm-compensation': 'opposes',
  }),
  said('hansen', 'defended', 'the new compensation fund', { 'farm-compensation': 'supports' }),
  said('von-der-leyen', 'proposed', 'to delay the deforestation law by a year', {
    'deforestation-rule': 'opposes',
  }),
  said('pena', 'said', 'Paraguay would never submit to the deforestation regulation', {
    'deforestation-rule': 'opposes',
  }),
  said('sanchez', 'backed', 'the anti-deforestation rules', { 'deforestation-rule': 'supports' }),
  said('milei', 'threatened', 'to leave the Paris Agreement', { 'paris-clause': 'opposes' }),
  said('lange', 'insisted', 'that the Paris Agreement remain an essential element', {
    'paris-clause': 'supports',
  }),
  said('lula', 'said', 'the rebalancing mechanism protects Brazil', { rebalancing: 'supports' }),
  said('giansanti', 'called', 'the rebalancing clause “unacceptable”', { rebalancing: 'opposes' }),
  said('alckmin', 'agreed', 'to open public tenders to European companies', {
    'public-procurement': 'supports',
  }),
];

/** Written after the rules had been looked at with those above, as a check. */
export const furtherTalks: readonly Case[] = [
  said('sybiha', 'said', '“Ukraine is ready for a full and unconditional ceasefire today,”', {
    ceasefire: 'supports',
  }),
  said('ushakov', 'said', 'a truce for the sake of a truce held no interest for Moscow', {
    ceasefire: 'opposes',
  }),
  said('lavrov', 'stressed', 'that Ukraine must never become a member of NATO', {
    'nato-accession': 'opposes',
  }),
  said('nauseda', 'said', 'Lithuania will keep fighting for Ukraine’s NATO membership', {
    'nato-accession': 'supports',
  }),
  said('trump', 'told reporters', 'NATO membership was off the table', { 'nato-accession': 'opposes' }),
  said('zelenskyy', 'said', '“We will not recognise any occupied territory as Russian,”', {
    recognition: 'opposes',
  }),
  said('fidan', 'offered', 'to bring the two presidents together in Ankara', {
    'leader-meeting': 'supports',
  }),
  said('peskov', 'said', 'there were no plans for a meeting between Putin and Zelenskyy', {
    'leader-meeting': 'noncommittal',
  }),
  said('kallas', 'called for', 'tougher sanctions on Russian oil', { sanctions: 'supports' }),
  said('dmitriev', 'said', 'sanctions had harmed those who imposed them', { sanctions: 'opposes' }),
  said('bessent', 'said', 'Washington was considering further sanctions', { sanctions: 'noncommittal' }),
  said('pistorius', 'announced', 'another package of military aid for Ukraine', {
    'arms-supplies': 'supports',
  }),
  said('szijjarto', 'said', 'Hungary opposes any transfer of arms through its territory', {
    'arms-supplies': 'opposes',
  }),
  said(
    'svyrydenko',
    'said',
    'the plan could be the basis of an agreement if its wording on land is changed',
    { 'plan-basis': 'conditional' },
  ),
  said('merz', 'called', 'the American plan a good starting point', { 'plan-basis': 'supports' }),
  said('kallas', 'said', 'no plan can work without Ukraine and the Europeans', {
    'plan-basis': 'noncommittal',
  }),
  said('zakharova', 'said', 'the deployment of Western troops in Ukraine was categorically unacceptable', {
    'security-guarantees': 'opposes',
  }),
  said('starmer', 'said', 'Britain stands ready to put boots on the ground', {
    'security-guarantees': 'supports',
  }),
  said('umerov', 'said', 'Kyiv would not agree to any cut in its armed forces', { 'forces-cap': 'opposes' }),
  said('medinsky', 'insisted', 'that the Ukrainian army be reduced', { 'forces-cap': 'supports' }),
  said('putin', 'said', 'we will not negotiate with an illegitimate government', {
    'legitimacy-leadership': 'opposes',
  }),
  said('stubb', 'said', 'Zelenskyy was the legitimate president of Ukraine', {
    'legitimacy-leadership': 'supports',
  }),
  said('parolin', 'said', 'the Holy See remained available as a place for talks', {
    'mediation-venue': 'supports',
  }),
  said('sikorski', 'doubted', 'that Russia wants peace', { 'russia-good-faith@russia': 'noncommittal' }),
  said('rubio', 'said', 'the talks in Geneva had been productive', { 'negotiation-process': 'supports' }),
  said('lavrov', 'said', 'the talks had reached an impasse', { 'negotiation-process': 'noncommittal' }),
  said('peskov', 'said', 'Russia had never refused direct talks with Kyiv', {
    'direct-talks': 'noncommittal',
  }),
  said('yermak', 'said', 'the Ukrainian army will not leave Donbas', { withdrawal: 'opposes' }),
  said('ushakov', 'demanded', 'the withdrawal of Ukrainian troops from Donbas', { withdrawal: 'supports' }),
  said('zelenskyy', 'rejected', 'a withdrawal from the parts of Donbas that Ukraine holds', {
    withdrawal: 'opposes',
  }),
];

/** The same on the trade agreement. */
export const furtherTrade: readonly Case[] = [
  said('milei', 'said', '“We are in favour of signing this deal right away,”', {
    'deal-approval': 'supports',
  }),
  said('martin', 'said', 'Ireland intends to vote against the agreement', { 'deal-approval': 'opposes' }),
  said('macron', 'repeated', 'his opposition to the agreement', { 'deal-approval': 'opposes' }),
  said('sefcovic', 'said', 'the agreement was a win-win for both sides', { 'deal-approval': 'supports' }),
  said('meloni', 'asked for', 'more time before signing the agreement', { 'deal-approval': 'noncommittal' }),
  said('stocker', 'said', 'Austria would only agree to the deal if its parliament did', {
    'deal-approval': 'conditional',
  }),
  said('lula', 'expressed', 'disappointment at the delay of the agreement', { 'deal-approval': 'supports' }),
  said('giansanti', 'said', 'farmers would not accept this agreement', { 'deal-approval': 'opposes' }),
  said('tusk', 'said', 'it was too early to say whether Poland could live with the deal', {
    'deal-approval': 'noncommittal',
  }),
  said('genevard', 'said', 'France wants the agreement to be postponed', { 'deal-approval': 'opposes' }),
  said('lange', 'supported', 'a referral to the Court of Justice', { 'court-review': 'supports' }),
  said('merz', 'rejected', 'calls for a legal review of the text', { 'court-review': 'opposes' }),
  said('krajewski', 'said', 'provisional application would be a scandal', {
    'provisional-application': 'opposes',
  }),
  said('costa', 'said', 'provisional application remained possible', {
    'provisional-application': 'noncommittal',
  }),
  said('lollobrigida', 'welcomed', 'the safeguard clause', { 'farm-safeguards': 'supports' }),
  said('orsi', 'said', 'Uruguay had accepted the safeguards without enthusiasm', {
    'farm-safeguards': 'noncommittal',
  }),
  said('vieira', 'described', 'the safeguards as unacceptable', { 'farm-safeguards': 'opposes' }),
  said('martin', 'demanded', 'a ban on imports of Brazilian beef', { 'beef-quota': 'opposes' }),
  said('pena', 'insisted', 'that the beef quota be raised', { 'beef-quota': 'supports' }),
  said('genevard', 'called for', 'reciprocity in all trade agreements', { 'mirror-clauses': 'supports' }),
  said('favaro', 'refused', 'to accept mirror clauses', { 'mirror-clauses': 'opposes' }),
  said('hansen', 'ruled out', 'lower production standards for imports', { 'mirror-clauses': 'noncommittal' }),
  said('giansanti', 'called', 'the compensation fund “a fig leaf”', { 'farm-compensation': 'opposes' }),
  said('macron', 'backed', 'a compensation fund for cattle farmers', { 'farm-compensation': 'supports' }),
  said('lula', 'urged', 'Brussels to scrap the deforestation law', { 'deforestation-rule': 'opposes' }),
  said('lange', 'said', 'Parliament would defend the deforestation rules', {
    'deforestation-rule': 'supports',
  }),
  said('pena', 'criticised', 'the climate clauses', { 'paris-clause': 'opposes' }),
  said('genevard', 'attacked', 'the rebalancing mechanism', { rebalancing: 'opposes' }),
  said('merz', 'pressed', 'Mercosur to cut tariffs on cars faster', { 'industrial-tariffs': 'supports' }),
  said('alckmin', 'refused', 'to open public procurement in the health sector', {
    'public-procurement': 'opposes',
  }),
];
