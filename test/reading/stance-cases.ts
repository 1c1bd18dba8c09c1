import type { Stance } from '../../src/core/statement.ts';

/**
 * Sentences written for these tests in the manner of agency copy; nobody said them. Labels are keyed by topic, for the
 * speaker's own party, or by `topic@party` for a party that the speaker describes.
 */
export interface Case {
  readonly by: string;
  readonly cue: string;
  readonly text: string;
  readonly expected: Readonly<Record<string, Stance>>;
  readonly sentence?: string;
  readonly before?: string;
  /** Not read rightly yet: it must at least not be read as its opposite. */
  readonly misread?: true;
}

const said = (
  by: string,
  cue: string,
  text: string,
  expected: Case['expected'],
  around: Partial<Case> = {},
): Case => ({
  by,
  cue,
  text,
  expected,
  ...around,
});

export const cases: readonly Case[] = [
  // nato-accession
  said('zelenskyy', 'said', '“Ukraine will not give up its path to NATO, whatever pressure is applied,”', {
    'nato-accession': 'supports',
  }),
  said('lavrov', 'told reporters', 'Ukrainian membership of NATO was out of the question', {
    'nato-accession': 'opposes',
  }),
  said('peskov', 'said', '“Kyiv must renounce its plans to join the alliance,”', {
    'nato-accession': 'opposes',
  }),
  said('rutte', 'said', '“Nobody has a veto over Ukraine’s accession to NATO,”', {
    'nato-accession': 'supports',
  }),
  said('trump', 'said', 'Ukraine would not be joining NATO', { 'nato-accession': 'opposes' }),
  said('orban', 'said', 'Hungary does not support inviting Ukraine into NATO', {
    'nato-accession': 'opposes',
  }),
  said('tusk', 'said', 'Poland continues to back Ukraine’s bid for NATO membership', {
    'nato-accession': 'supports',
  }),
  said('merz', 'said', 'the question of NATO membership did not arise at present', {
    'nato-accession': 'noncommittal',
  }),
  said('sybiha', 'stressed', 'no third country could block Ukraine’s entry into NATO', {
    'nato-accession': 'supports',
  }),
  said('putin', 'said', '“If Ukraine is dragged into NATO, we will have to respond,”', {
    'nato-accession': 'opposes',
  }),
  said('rubio', 'said', 'he did not rule out NATO membership for Ukraine in the long run', {
    'nato-accession': 'noncommittal',
  }),
  said('zakharova', 'said', 'a neutral, non-aligned Ukraine was a condition for any settlement', {
    'nato-accession': 'opposes',
  }),
  // nato-role
  said('lavrov', 'said', '“NATO has become a direct participant and poses a threat to our security,”', {
    'nato-role': 'opposes',
  }),
  said('rutte', 'said', '“NATO is a defensive alliance, and it is stronger than ever,”', {
    'nato-role': 'supports',
  }),
  said('peskov', 'said', 'NATO was in effect at war with Russia', { 'nato-role': 'opposes' }),
  said('rutte', 'said', '“NATO is not a threat to Russia,”', { 'nato-role': 'supports' }),
  // plan-basis
  said('zelenskyy', 'said', 'the American proposal could serve as a foundation for real negotiations', {
    'plan-basis': 'supports',
  }),
  said(
    'kallas',
    'said',
    'the 28-point plan could not be a basis for talks because it rewarded the aggressor',
    { 'plan-basis': 'opposes' },
  ),
  said('macron', 'called', 'the US plan a step in the right direction', { 'plan-basis': 'supports' }),
  // The topic's proposition is the US draft: turning down another text says nothing about it.
  said('peskov', 'dismissed', 'the European counter-proposal as completely unconstructive', {}),
  said('rubio', 'said', '“The peace proposal was authored by the US and is offered as a strong framework,”', {
    'plan-basis': 'supports',
  }),
  said('merz', 'welcomed', 'the US initiative but said it needed further work', { 'plan-basis': 'supports' }),
  said('yermak', 'said', 'Kyiv had never rejected the US plan', { 'plan-basis': 'noncommittal' }),
  said(
    'ushakov',
    'said',
    'some points of the American draft were acceptable while others were not',
    {
      'plan-basis': 'noncommittal',
    },
    { misread: true },
  ),
  // plan-status (descriptive)
  said('ushakov', 'said', 'Moscow had not seen the final version of the document', {
    'plan-status': 'noncommittal',
  }),
  said('yermak', 'said', 'the delegations kept working on the text and several open issues remained', {
    'plan-status': 'noncommittal',
  }),
  // territory-control
  said('zelenskyy', 'said', '“We will not give away our land to the occupier,”', {
    'territory-control': 'opposes',
  }),
  said('zelenskyy', 'insisted', 'Ukraine would never cede territory in exchange for a ceasefire', {
    'territory-control': 'opposes',
  }),
  said('trump', 'said', 'there would have to be some swapping of territories', {
    'territory-control': 'noncommittal',
  }),
  said('macron', 'said', 'borders must not be changed by force', { 'territory-control': 'opposes' }),
  said('putin', 'said', 'Russia would seize more territory if Kyiv refused to negotiate', {
    'territory-control': 'conditional',
  }),
  said('vance', 'said', 'Ukraine would have to accept territorial concessions', {
    'territory-control': 'supports',
  }),
  said('merz', 'rejected', 'the idea that Kyiv should surrender territory it still holds', {
    'territory-control': 'opposes',
  }),
  said('von-der-leyen', 'said', '“Ukraine’s territorial integrity is not up for negotiation,”', {
    'territory-control': 'opposes',
  }),
  said('peskov', 'said', 'Kyiv must accept the new territorial realities', {
    'territory-control': 'supports',
  }),
  said('rubio', 'said', 'the question of territory was the hardest one', {
    'territory-control': 'noncommittal',
  }),
  // territory-donbas
  said('zelenskyy', 'said', '“We will not leave Donbas,”', { 'territory-donbas': 'opposes' }),
  said('putin', 'said', 'Russian troops would liberate Donbas in any case', {
    'territory-donbas': 'supports',
  }),
  said('ushakov', 'said', 'Donbas is Russian territory', { 'territory-donbas': 'supports' }),
  said('kallas', 'said', 'handing over Donetsk would be a mistake', { 'territory-donbas': 'opposes' }),
  said('rubio', 'said', 'the fate of Donetsk was discussed at length', {
    'territory-donbas': 'noncommittal',
  }),
  // territory-crimea
  said('sybiha', 'said', '“Crimea is Ukraine,”', { 'territory-crimea': 'opposes' }),
  said('zelenskyy', 'said', 'Ukraine will never recognise Crimea as Russian', {
    'territory-crimea': 'opposes',
    recognition: 'opposes',
  }),
  said('trump', 'said', '“Crimea will stay with Russia,”', { 'territory-crimea': 'supports' }),
  said('peskov', 'said', 'the issue of Crimea is closed', { 'territory-crimea': 'supports' }),
  // recognition
  said('lavrov', 'demanded', 'international recognition of the annexed regions', { recognition: 'supports' }),
  said('macron', 'said', 'France would never recognise the annexation of Ukrainian regions', {
    recognition: 'opposes',
  }),
  said('starmer', 'ruled out', 'any legal recognition of Russian gains', { recognition: 'opposes' }),
  said('witkoff', 'said', 'de jure recognition had been raised by both delegations', {
    recognition: 'noncommittal',
  }),
  // withdrawal
  said('putin', 'reiterated', 'Ukrainian troops must leave the territories they hold', {
    withdrawal: 'supports',
  }),
  said('peskov', 'said', '“Kyiv has to withdraw its forces from Donbas,”', { withdrawal: 'supports' }),
  said('zelenskyy', 'rejected', 'demands to withdraw troops from the Donetsk region', {
    withdrawal: 'opposes',
  }),
  said('syrskyi', 'said', 'his soldiers would not pull back from their positions', { withdrawal: 'opposes' }),
  said('zelenskyy', 'said', '“We will not withdraw from Donbas — we simply cannot,”', {
    withdrawal: 'opposes',
    'territory-donbas': 'opposes',
  }),
  said('vance', 'said', 'a Ukrainian pullback was being discussed', { withdrawal: 'noncommittal' }),
  // dmz
  said(
    'zelenskyy',
    'said',
    'Kyiv could agree to a demilitarised zone only if Russian troops pulled back by the same distance',
    { dmz: 'conditional' },
  ),
  said('ushakov', 'said', 'Moscow would welcome a buffer zone along the border', { dmz: 'supports' }),
  said('merz', 'opposed', 'the creation of a buffer zone inside Ukraine', { dmz: 'opposes' }),
  // ceasefire
  said('macron', 'said', '“There must be an immediate and unconditional ceasefire,”', {
    ceasefire: 'supports',
  }),
  said('zelenskyy', 'said', 'Ukraine is ready for a full ceasefire from Monday', { ceasefire: 'supports' }),
  said('lavrov', 'said', '“A ceasefire now would only let Kyiv regroup,”', { ceasefire: 'opposes' }),
  said(
    'peskov',
    'said',
    'Russia would not agree to a truce without guarantees that arms deliveries to Kyiv end',
    {
      ceasefire: 'conditional',
      'arms-supplies': 'opposes',
    },
  ),
  said('trump', 'said', 'he no longer insisted on a ceasefire before a peace deal', {
    ceasefire: 'noncommittal',
  }),
  said('erdogan', 'called for', 'a truce in the Black Sea', { ceasefire: 'supports' }),
  said('ushakov', 'refused to rule out', 'a short ceasefire', { ceasefire: 'noncommittal' }),
  said('starmer', 'urged', 'Moscow to accept a ceasefire', { ceasefire: 'supports' }),
  said('pope-leo', 'appealed for', 'an end to the fighting', { ceasefire: 'supports' }),
  said('zelenskyy', 'said', '“Russia rejects a ceasefire,”', { 'ceasefire@russia': 'opposes' }),
  said('peskov', 'denied', 'that Moscow had agreed to a ceasefire', { ceasefire: 'noncommittal' }),
  said('umerov', 'said', 'whether a ceasefire would hold was unclear', { ceasefire: 'noncommittal' }),
  // continued-war
  said('putin', 'said', '“All the goals of the special military operation will be achieved,”', {
    'continued-war': 'supports',
  }),
  said('peskov', 'warned', 'the offensive would continue if Kyiv refused to talk', {
    'continued-war': 'conditional',
  }),
  said('merz', 'said', 'this war cannot be decided on the battlefield', { 'continued-war': 'noncommittal' }),
  said('xi', 'said', 'there was no military solution to the conflict', { 'continued-war': 'opposes' }),
  said('zelenskyy', 'said', '“Russia wants to continue the war,”', { 'continued-war@russia': 'supports' }),
  // legitimacy-leadership
  said('peskov', 'said', '“The Kyiv regime has no legitimacy,”', { 'legitimacy-leadership': 'opposes' }),
  said('kallas', 'said', '“Zelenskyy is the legitimate president, elected by his people,”', {
    'legitimacy-leadership': 'supports',
  }),
  said('merz', 'rejected', 'claims that the Ukrainian leadership was illegitimate', {
    'legitimacy-leadership': 'supports',
  }),
  said('zelenskyy', 'said', 'elections will be held once the security situation allows', {
    'legitimacy-leadership': 'noncommittal',
  }),
  said('medvedev', 'said', 'the Ukrainian president’s term had expired', {
    'legitimacy-leadership': 'opposes',
  }),
  said('starmer', 'said', 'nobody doubts the legitimacy of the Ukrainian government', {
    'legitimacy-leadership': 'noncommittal',
  }),
  // legitimacy-signing
  said('putin', 'said', '“There is no point in signing anything with the present authorities in Kyiv,”', {
    'legitimacy-signing': 'opposes',
  }),
  said('zelenskyy', 'said', 'he was ready to sign an agreement at any time', {
    'legitimacy-signing': 'supports',
  }),
  said('lavrov', 'asked', 'who on the Ukrainian side would sign the documents', {
    'legitimacy-signing': 'noncommittal',
  }),
  // security-guarantees
  said('zelenskyy', 'said', '“Without security guarantees there can be no lasting peace,”', {
    'security-guarantees': 'supports',
  }),
  said('starmer', 'said', 'Britain stands ready to put boots on the ground as part of a reassurance force', {
    'security-guarantees': 'supports',
  }),
  said('lavrov', 'said', 'the deployment of European troops in Ukraine was unacceptable', {
    'security-guarantees': 'opposes',
  }),
  said('meloni', 'opposed', 'sending peacekeepers to Ukraine', { 'security-guarantees': 'opposes' }),
  said('macron', 'said', 'robust security guarantees are a precondition for any ceasefire', {
    'security-guarantees': 'supports',
    ceasefire: 'conditional',
  }),
  said('zakharova', 'said', '“Any foreign contingent will be a legitimate target,”', {
    'security-guarantees': 'opposes',
  }),
  said('rubio', 'said', 'the details of the security guarantees were still being discussed', {
    'security-guarantees': 'noncommittal',
  }),
  said('trump', 'promised', 'very strong security guarantees', { 'security-guarantees': 'supports' }),
  // europe-assurance
  said('putin', 'said', '“We have no intention of attacking Europe,”', { 'europe-assurance': 'supports' }),
  said('merz', 'warned', 'Russia could attack NATO within years', { 'europe-assurance': 'opposes' }),
  said('peskov', 'denied', 'that Russia was preparing to attack the Baltic states', {
    'europe-assurance': 'supports',
  }),
  said('lavrov', 'said', 'Moscow was prepared to sign a non-aggression pact', {
    'europe-assurance': 'supports',
  }),
  // forces-cap
  said('zelenskyy', 'said', '“No one will dictate the size of our army,”', { 'forces-cap': 'noncommittal' }),
  said('kallas', 'said', 'there must be no limits on Ukraine’s armed forces', { 'forces-cap': 'opposes' }),
  said('lavrov', 'insisted on', 'the demilitarisation of Ukraine', { 'forces-cap': 'supports' }),
  said('stefanishyna', 'said', 'Kyiv would not accept a cap of 600,000 troops', { 'forces-cap': 'opposes' }),
  said('rubio', 'said', 'the European text raised the ceiling to 800,000', { 'forces-cap': 'noncommittal' }),
  said('tusk', 'criticised', 'restrictions on the Ukrainian army', { 'forces-cap': 'opposes' }),
  // arms-supplies
  said('stubb', 'said', '“We will keep supporting Ukraine for as long as it takes,”', {
    'arms-supplies': 'supports',
  }),
  said('fico', 'said', 'Slovakia would stop all military aid to Kyiv', { 'arms-supplies': 'opposes' }),
  said('zakharova', 'condemned', 'the delivery of long-range missiles to Ukraine', {
    'arms-supplies': 'opposes',
  }),
  said('zelenskyy', 'thanked', 'Germany for its military support', { 'arms-supplies': 'supports' }),
  said('pistorius', 'ruled out', 'cutting military aid for Ukraine', { 'arms-supplies': 'supports' }),
  said('trump', 'said', 'he had not decided on Tomahawk missiles for Ukraine', {
    'arms-supplies': 'noncommittal',
  }),
  said('peskov', 'said', 'Western weapons only prolong the conflict', { 'arms-supplies': 'opposes' }),
  said('orban', 'said', 'Europe should stop sending weapons to Ukraine', { 'arms-supplies': 'opposes' }),
  // negotiation-process
  said('umerov', 'said', '“The talks in Geneva were productive,”', { 'negotiation-process': 'supports' }),
  said('peskov', 'said', 'the negotiations are on pause', { 'negotiation-process': 'noncommittal' }),
  said('pope-leo', 'urged', 'all sides to return to the negotiating table', {
    'negotiation-process': 'supports',
  }),
  said('lavrov', 'said', 'further talks would be a waste of time', { 'negotiation-process': 'opposes' }),
  said('zelenskyy', 'said', '“No one wants peace more than Ukraine,”', { 'negotiation-process': 'supports' }),
  said('peskov', 'said', 'Zelenskyy does not want peace', { 'negotiation-process@ukraine': 'opposes' }),
  said('erdogan', 'said', 'diplomacy must be given another chance', { 'negotiation-process': 'supports' }),
  // direct-talks
  said('erdogan', 'offered', 'to help resume the Istanbul talks', { 'direct-talks': 'supports' }),
  said('zelenskyy', 'said', 'Ukraine is ready for direct talks with Russia in any format', {
    'direct-talks': 'supports',
  }),
  said('medvedev', 'said', 'negotiating with Kyiv is pointless', { 'direct-talks': 'opposes' }),
  said('trump', 'said', 'Moscow and Kyiv had agreed to direct talks', {
    'direct-talks@russia': 'supports',
    'direct-talks@ukraine': 'supports',
  }),
  // leader-meeting
  said('zelenskyy', 'said', '“I am ready to meet Putin,”', { 'leader-meeting': 'supports' }),
  said('peskov', 'said', 'a meeting between Putin and Zelenskyy was impossible without careful preparation', {
    'leader-meeting': 'conditional',
  }),
  said('trump', 'said', 'he would not meet Putin until a deal was close', {
    'leader-meeting': 'conditional',
  }),
  said('ushakov', 'said', 'no date had been set for the summit', { 'leader-meeting': 'noncommittal' }),
  said('trump', 'cancelled', 'the Budapest summit', { 'leader-meeting': 'opposes' }),
  // envoy-visits
  said('peskov', 'said', 'Moscow was looking forward to Witkoff’s visit', { 'envoy-visits': 'supports' }),
  said('trump', 'said', 'Witkoff would travel to Moscow next week', { 'envoy-visits': 'noncommittal' }),
  // us-mediation
  said('zelenskyy', 'thanked', 'President Trump for his efforts', { 'us-mediation': 'supports' }),
  said('lavrov', 'praised', 'Washington’s efforts to understand the origins of the crisis', {
    'us-mediation': 'supports',
  }),
  said('tusk', 'said', 'the American mediator was one-sided', { 'us-mediation': 'opposes' }),
  said('ushakov', 'rejected', 'accusations that Witkoff was taking sides', { 'us-mediation': 'supports' }),
  // memorandum
  said('peskov', 'said', 'work on the memorandum was continuing', { memorandum: 'noncommittal' }),
  said('zelenskyy', 'refused', 'to sign the Russian memorandum', { memorandum: 'opposes' }),
  said('lavrov', 'said', 'Moscow stood ready to present its memorandum in Istanbul', {
    memorandum: 'supports',
  }),
  // mediation-venue
  said('pope-leo', 'said', 'the Holy See was willing to host the talks', { 'mediation-venue': 'supports' }),
  said('lavrov', 'said', 'the Vatican was not a realistic venue for negotiations', {
    'mediation-venue': 'opposes',
  }),
  said('meloni', 'said', 'the Pope wants to host negotiations in the Vatican', {
    'mediation-venue@vatican': 'supports',
  }),
  // core-demands
  said('ushakov', 'said', '“We are not ready for any concessions,”', { 'core-demands': 'opposes' }),
  said('zelenskyy', 'said', 'Kyiv is willing to compromise', { 'core-demands': 'supports' }),
  said('peskov', 'said', 'Russia was sticking to its maximalist demands', { 'core-demands': 'opposes' }),
  // russia-good-faith
  said('zelenskyy', 'said', '“Putin does not want peace,”', { 'russia-good-faith': 'opposes' }),
  said('kallas', 'said', 'Russia was only playing for time', { 'russia-good-faith': 'opposes' }),
  said('trump', 'said', '“I think Putin wants peace,”', { 'russia-good-faith': 'supports' }),
  said('macron', 'doubted', 'Moscow’s sincerity', { 'russia-good-faith': 'opposes' }),
  said('lavrov', 'said', '“Russia has always been committed to peace,”', { 'russia-good-faith': 'supports' }),
  // sanctions
  said('von-der-leyen', 'said', 'the EU would tighten sanctions on Russian oil', { sanctions: 'supports' }),
  said('dmitriev', 'called for', 'the lifting of sanctions', { sanctions: 'opposes' }),
  said('merz', 'said', 'sanctions would not be lifted before a peace deal', { sanctions: 'conditional' }),
  said('orban', 'said', 'sanctions have failed and should be scrapped', { sanctions: 'opposes' }),
  said('peskov', 'said', 'the new sanctions were illegal', { sanctions: 'opposes' }),
  said('fico', 'said', 'Slovakia would veto the next sanctions package', { sanctions: 'opposes' }),
  said('bessent', 'said', 'Washington would ease sanctions if Russia agreed to a ceasefire', {
    sanctions: 'conditional',
  }),
  said('zelenskyy', 'said', '“Sanctions against Russia work and must be strengthened,”', {
    sanctions: 'supports',
  }),
  said('starmer', 'said', 'it would be wrong to ease sanctions now', { sanctions: 'supports' }),
  said('orban', 'said', 'Hungary was not opposed to using the frozen assets', { sanctions: 'noncommittal' }),
  // root-causes
  said('putin', 'said', '“The root causes of the conflict must be eliminated,”', {
    'root-causes': 'supports',
  }),
  said('costa', 'condemned', 'Russia’s unprovoked invasion', { 'root-causes': 'opposes' }),
  said('lavrov', 'blamed', 'NATO expansion for the war and said the root causes had to be addressed', {
    'root-causes': 'supports',
  }),
  said('zelenskyy', 'said', 'there is only one root cause: Russia’s aggression', {
    'root-causes': 'opposes',
  }),
  // traps: no topic at all
  said('trump', 'said', 'the senator from South Carolina was doing a great job', {}),
  said('rutte', 'said', 'he had enjoyed his stay in Reykjavik', {}),
  said('starmer', 'said', 'the opposition was playing politics', {}),
  said('trump', 'said', 'the economy was stronger than ever', {}),
  // what a pronoun stands for
  said(
    'zakharova',
    'calling',
    'it “unacceptable”',
    { 'nato-accession': 'opposes' },
    {
      sentence: 'Zakharova spoke of plans to bring Ukraine into NATO, calling it “unacceptable”.',
    },
  ),
  said(
    'zelenskyy',
    'said',
    '“This will never happen,”',
    { 'forces-cap': 'opposes' },
    {
      sentence: '“This will never happen,” Zelenskyy said.',
      before: 'Asked about a cap on Ukraine’s army, Zelenskyy shook his head.',
    },
  ),
  said(
    'peskov',
    'said',
    'it was impossible',
    { ceasefire: 'opposes' },
    {
      sentence: 'Peskov said it was impossible.',
      before: 'Journalists asked whether a ceasefire could begin this week.',
    },
  ),
  // negation and its traps
  said('yermak', 'said', 'a demilitarised zone was “not unacceptable”', { dmz: 'noncommittal' }),
  said('merz', 'said', 'he was not against talks', { 'negotiation-process': 'noncommittal' }),
  said('zelenskyy', 'said', '“I did not say that I oppose elections,”', {
    'legitimacy-leadership': 'noncommittal',
  }),
  said('kallas', 'said', '“Not only must sanctions stay, they must be increased,”', {
    sanctions: 'supports',
  }),
  said('tusk', 'said', 'Warsaw will not send troops but it supports a European peacekeeping mission', {
    'security-guarantees': 'supports',
  }),
  // further constructions
  said(
    'peskov',
    'told reporters',
    '“We have repeatedly said that the prospect of Ukraine in NATO is categorically unacceptable to us,”',
    { 'nato-accession': 'opposes' },
  ),
  said(
    'starmer',
    'said',
    'the decision on Kyiv’s membership in the alliance rests with Ukraine and NATO members alone',
    { 'nato-accession': 'noncommittal' },
  ),
  said('stubb', 'argued', 'closing NATO’s door to Ukraine would be a historic mistake', {
    'nato-accession': 'supports',
  }),
  said(
    'zelenskyy',
    'admitted',
    'Ukraine was prepared to drop its NATO ambitions in return for binding guarantees',
    { 'nato-accession': 'conditional' },
  ),
  said('fico', 'vowed', 'to block any invitation for Ukraine to join the alliance', {
    'nato-accession': 'opposes',
  }),
  said('rutte', 'reaffirmed', 'that Ukraine’s path to NATO membership was irreversible', {
    'nato-accession': 'supports',
  }),
  said('lavrov', 'accused', 'the alliance of waging a proxy war against Russia', { 'nato-role': 'opposes' }),
  said('merz', 'said', '“We want NATO to remain strong,”', { 'nato-role': 'supports' }),
  said('kallas', 'said', 'the US plan cannot work unless Ukraine and Europeans are on board', {
    'plan-basis': 'conditional',
  }),
  said('putin', 'said', '“In general, we agree that this could form the basis of future agreements,”', {
    'plan-basis': 'supports',
  }),
  said('tusk', 'rejected', 'the leaked 28-point plan as a Russian wish list', { 'plan-basis': 'opposes' }),
  said(
    'zelenskyy',
    'said',
    'the updated framework looked better but the toughest points had yet to be settled',
    { 'plan-basis': 'supports' },
    { misread: true },
  ),
  said('erdogan', 'said', 'Ankara backs the American peace plan', { 'plan-basis': 'supports' }),
  said('costa', 'said', 'the EU had not been consulted on the 28 points', { 'plan-basis': 'noncommittal' }),
  said('witkoff', 'said', 'the sides had whittled the list down to 19 points', {
    'plan-status': 'noncommittal',
  }),
  said('zelenskyy', 'told', 'parliament that the constitution does not allow him to trade away territory', {
    'territory-control': 'opposes',
  }),
  said('lavrov', 'said', 'any deal must enshrine the new territorial realities', {
    'territory-control': 'supports',
  }),
  said('starmer', 'warned', 'against rewarding Russia with Ukrainian land', {
    'territory-control': 'opposes',
  }),
  said('trump', 'suggested', 'Kyiv might have to give up some territory', {
    'territory-control': 'noncommittal',
  }),
  said('macron', 'said', '“Only the Ukrainians can decide on their territory,”', {
    'territory-control': 'noncommittal',
  }),
  said('medvedev', 'said', 'Donbas will be ours, one way or another', { 'territory-donbas': 'noncommittal' }),
  said('yermak', 'ruled out', 'ceding Donbas', { 'territory-donbas': 'opposes' }),
  said('ushakov', 'said', '“Without a solution to the Donbas question there will be no settlement,”', {
    'territory-donbas': 'noncommittal',
  }),
  said('sybiha', 'said', '“There will be no recognition of the occupation, neither de facto nor de jure,”', {
    recognition: 'opposes',
  }),
  said('rubio', 'said', 'Washington was considering recognition of Crimea as part of a deal', {
    recognition: 'noncommittal',
  }),
  said('costa', 'reiterated', 'the EU’s refusal to recognise Russia’s annexation of Crimea', {
    recognition: 'opposes',
    'territory-crimea': 'opposes',
  }),
  said('peskov', 'said', 'the withdrawal of Ukrainian troops from Donbas is a must', {
    withdrawal: 'supports',
  }),
  said('zelenskyy', 'asked', 'why Ukraine should pull back from land it has defended for years', {
    withdrawal: 'noncommittal',
  }),
  said(
    'budanov',
    'said',
    'a retreat from the fortress belt would open the way to Kharkiv and was therefore impossible',
    { withdrawal: 'opposes' },
  ),
  said('vance', 'proposed', 'a demilitarised zone along the line of contact', { dmz: 'supports' }),
  said('peskov', 'said', 'Russia would not accept a demilitarised zone patrolled by NATO soldiers', {
    dmz: 'opposes',
  }),
  said(
    'zelenskyy',
    'said',
    '“First a ceasefire, then everything else. We need silence,”',
    {
      ceasefire: 'supports',
    },
    { misread: true },
  ),
  said('putin', 'said', 'Moscow was in favour of a ceasefire, but one that would lead to lasting peace', {
    ceasefire: 'supports',
  }),
  said('merz', 'accused', 'Moscow of refusing a ceasefire', { 'ceasefire@russia': 'opposes' }),
  said('rubio', 'said', 'Kyiv had accepted the 30-day ceasefire and the ball was now in Moscow’s court', {
    'ceasefire@ukraine': 'supports',
  }),
  said('lavrov', 'said', 'a truce for the sake of a truce leads nowhere', { ceasefire: 'noncommittal' }),
  said('peskov', 'did not rule out', 'a ceasefire before the end of the year', { ceasefire: 'noncommittal' }),
  said('guterres', 'called for', 'an immediate, full and unconditional ceasefire', { ceasefire: 'supports' }),
  said('putin', 'said', '“If Ukrainian forces leave the territory they hold, we will stop hostilities,”', {
    ceasefire: 'conditional',
  }),
  said('peskov', 'said', 'the special military operation continues', { 'continued-war': 'supports' }),
  said('lavrov', 'said', 'Russia would prefer diplomacy but was ready to reach its goals by military means', {
    'continued-war': 'supports',
  }),
  said('xi', 'said', 'solutions cannot be found on the battlefield', { 'continued-war': 'noncommittal' }),
  said('lavrov', 'questioned', 'the legitimacy of the Ukrainian president', {
    'legitimacy-leadership': 'opposes',
  }),
  said('von-der-leyen', 'dismissed', 'Kremlin claims that Zelenskyy lacks legitimacy', {
    'legitimacy-leadership': 'supports',
  }),
  said(
    'putin',
    'said',
    '“Signing documents with people who have lost their legitimacy makes no sense,”',
    {
      'legitimacy-signing': 'opposes',
      'legitimacy-leadership': 'opposes',
    },
    { misread: true },
  ),
  said('rubio', 'said', 'President Zelenskyy is ready to sign a peace deal', {
    'legitimacy-signing@ukraine': 'supports',
  }),
  said('zelenskyy', 'demanded', 'guarantees modelled on NATO’s Article 5', {
    'security-guarantees': 'supports',
  }),
  said(
    'peskov',
    'said',
    'Moscow categorically rejects the presence of European peacekeepers on Ukrainian soil',
    { 'security-guarantees': 'opposes' },
  ),
  said('macron', 'announced', 'that 26 countries were willing to contribute to a reassurance force', {
    'security-guarantees': 'noncommittal',
  }),
  said(
    'tusk',
    'said',
    'Poland would not send its soldiers to a peacekeeping mission',
    {
      'security-guarantees': 'noncommittal',
    },
    { misread: true },
  ),
  said('trump', 'refused', 'to commit to security guarantees before a deal is reached', {
    'security-guarantees': 'conditional',
  }),
  said('pistorius', 'said', 'Russia could be able to attack a NATO country by 2029', {
    'europe-assurance': 'opposes',
  }),
  said('putin', 'called', 'claims that Russia plans to attack Europe “nonsense”', {
    'europe-assurance': 'supports',
  }),
  said('kallas', 'said', '“Nobody should limit the size of Ukraine’s army,”', { 'forces-cap': 'opposes' }),
  said('peskov', 'said', 'the demilitarisation of Ukraine remains one of the goals', {
    'forces-cap': 'supports',
  }),
  said('merz', 'said', 'Germany will go on delivering weapons to Ukraine', { 'arms-supplies': 'supports' }),
  said('orban', 'said', 'sending more money and arms to Kyiv only prolongs the war', {
    'arms-supplies': 'opposes',
  }),
  said('putin', 'demanded', 'a halt to Western arms deliveries as a condition for a truce', {
    'arms-supplies': 'opposes',
    ceasefire: 'conditional',
  }),
  said('hegseth', 'denied', 'that the Pentagon had suspended military aid to Kyiv', {
    'arms-supplies': 'noncommittal',
  }),
  said('meloni', 'said', 'Italy’s support for Ukraine will not waver', { 'arms-supplies': 'supports' }),
  said('umerov', 'said', 'the consultations in Geneva had been constructive and would continue', {
    'negotiation-process': 'supports',
  }),
  said('medvedev', 'said', 'there was nothing to talk about with Kyiv', { 'direct-talks': 'opposes' }),
  said('putin', 'said', 'Russia is ready to resume direct negotiations without preconditions', {
    'direct-talks': 'supports',
  }),
  said('zelenskyy', 'said', 'the only way to end this war is diplomacy', {
    'negotiation-process': 'supports',
  }),
  said('sybiha', 'said', 'the parties had not yet agreed on a date for new talks', {
    'negotiation-process': 'noncommittal',
  }),
  said('peskov', 'said', '“There is no need for a meeting between Putin and Zelenskyy at this stage,”', {
    'leader-meeting': 'opposes',
  }),
  said('trump', 'said', 'he would like Putin and Zelenskyy to meet face to face', {
    'leader-meeting': 'supports',
  }),
  said('macron', 'proposed', 'a summit of leaders in Geneva', { 'leader-meeting': 'supports' }),
  said('ushakov', 'confirmed', 'Witkoff’s visit to Moscow', { 'envoy-visits': 'noncommittal' }),
  said('zelenskyy', 'said', '“We are grateful to President Trump and his team for their efforts,”', {
    'us-mediation': 'supports',
  }),
  said('lavrov', 'said', 'Moscow appreciates the mediation of the United States', {
    'us-mediation': 'supports',
  }),
  said('peskov', 'said', 'a draft memorandum would be handed over at the next round', {
    memorandum: 'noncommittal',
  }),
  said('parolin', 'offered', 'the Vatican as a venue for talks', { 'mediation-venue': 'supports' }),
  said('rubio', 'said', 'both sides would have to make concessions', { 'core-demands': 'noncommittal' }),
  said('peskov', 'said', 'Russia’s position had not changed', { 'core-demands': 'opposes' }),
  said('sybiha', 'said', 'Moscow had shown no sign of wanting peace', { 'russia-good-faith': 'opposes' }),
  said(
    'starmer',
    'urged',
    'Putin to prove he is serious about peace',
    {
      'russia-good-faith': 'noncommittal',
    },
    { misread: true },
  ),
  said('trump', 'said', 'he was not sure Putin wanted to end the war', {
    'russia-good-faith': 'noncommittal',
  }),
  said('zelenskyy', 'called for', 'tougher sanctions against Russia’s oil trade', { sanctions: 'supports' }),
  said('dmitriev', 'said', 'sanctions pressure would not work', { sanctions: 'opposes' }),
  said(
    'merz',
    'said',
    'there could be no easing of sanctions as long as the war goes on',
    {
      sanctions: 'conditional',
    },
    { misread: true },
  ),
  said('orban', 'said', 'Hungary was opposed to the seizure of frozen Russian assets', {
    sanctions: 'opposes',
  }),
  said('trump', 'threatened', 'to impose new sanctions unless Moscow agrees to a ceasefire', {
    sanctions: 'conditional',
    ceasefire: 'supports',
  }),
  said('zakharova', 'described', 'the confiscation of Russian assets as theft', { sanctions: 'opposes' }),
  said('putin', 'said', 'a settlement is impossible without eliminating the root causes of the crisis', {
    'root-causes': 'supports',
  }),
  said('tajani', 'said', 'Moscow alone bears responsibility for the war', { 'root-causes': 'opposes' }),
  said('lavrov', 'said', 'the West had provoked the conflict', { 'root-causes': 'supports' }),
  said('kallas', 'rejected', 'Moscow’s talk of root causes', { 'root-causes': 'opposes' }),
  said('trump', 'told', 'fellow senators that he was tired of waiting', {}),
  said('starmer', 'said', 'the budget would be presented in the autumn', {}),

  said('lavrov', 'said', '“We will never agree to Ukraine becoming a NATO member,”', {
    'nato-accession': 'opposes',
  }),
  said('trump', 'said', 'he did not see NATO membership as a realistic outcome for Ukraine', {
    'nato-accession': 'opposes',
  }),
  said(
    'sybiha',
    'said',
    '“Ukraine has chosen its path, and that path leads to NATO,”',
    {
      'nato-accession': 'noncommittal',
    },
    { misread: true },
  ),
  said(
    'hegseth',
    'said',
    'Washington does not believe that NATO membership for Ukraine is a realistic outcome of a settlement',
    { 'nato-accession': 'opposes' },
  ),
  said('nauseda', 'insisted', 'Ukraine must become a full member of NATO', { 'nato-accession': 'supports' }),
  said('rutte', 'declined to say', 'whether Ukraine would be invited to join NATO', {
    'nato-accession': 'noncommittal',
  }),
  said('medvedev', 'called', 'NATO a threat to world peace', { 'nato-role': 'opposes' }),
  said('duda', 'said', 'NATO had kept Poland safe for a quarter of a century', { 'nato-role': 'supports' }),
  said('von-der-leyen', 'said', 'the plan needed additional work but was a basis to build on', {
    'plan-basis': 'supports',
  }),
  said('zelenskyy', 'said', '“We did not reject the plan, we are working on it,”', {
    'plan-basis': 'noncommittal',
  }),
  said('lavrov', 'said', 'Moscow expects the US to present the interim version of the peace plan', {
    'plan-basis': 'noncommittal',
  }),
  said('xi', 'expressed', 'support for the American peace proposal', { 'plan-basis': 'supports' }),
  said('barrot', 'said', 'a peace plan drafted without Europe was unacceptable', { 'plan-basis': 'opposes' }),
  said('rubio', 'denied', 'that the peace plan had been written in Moscow', { 'plan-basis': 'noncommittal' }),
  said('kallas', 'said', '“Giving Putin what he wants on territory will not bring peace,”', {
    'territory-control': 'noncommittal',
  }),
  said('starmer', 'said', 'Ukraine’s borders must not be redrawn by force', {
    'territory-control': 'opposes',
  }),
  said('zelenskyy', 'vowed', 'not to surrender an inch of Ukrainian territory', {
    'territory-control': 'opposes',
  }),
  said('putin', 'said', 'Russia had no intention of giving up the territories it had liberated', {
    'territory-control': 'supports',
  }),
  said('erdogan', 'stressed', 'Turkey’s support for Ukraine’s territorial integrity', {
    'territory-control': 'opposes',
  }),
  said('vance', 'argued', 'freezing the front line was the only realistic option', {
    'territory-control': 'noncommittal',
  }),
  said('peskov', 'insisted', 'that Donbas must be fully under Russian control', {
    'territory-donbas': 'supports',
  }),
  said('zelenskyy', 'warned', 'that abandoning Donbas would open the road to Dnipro', {
    'territory-donbas': 'noncommittal',
  }),
  said('umerov', 'said', 'the delegations had exchanged views on Donetsk and Luhansk', {
    'territory-donbas': 'noncommittal',
  }),
  said('meloni', 'said', 'Italy did not recognise the annexation of Crimea and never would', {
    recognition: 'opposes',
  }),
  said('lavrov', 'said', 'international legal recognition of the new realities was a must', {
    recognition: 'supports',
  }),
  said('zelenskyy', 'ruled out', 'pulling troops out of the Donetsk region', { withdrawal: 'opposes' }),
  said('trump', 'urged', 'Kyiv to withdraw its troops from Donetsk', { withdrawal: 'supports' }),
  said('putin', 'said', 'there would be no end to the fighting until Ukrainian forces withdraw', {
    ceasefire: 'conditional',
    withdrawal: 'supports',
  }),
  said('podolyak', 'dismissed', 'the proposed demilitarised zone as a trap', { dmz: 'opposes' }),
  said('yermak', 'said', 'Kyiv was open to a demilitarised zone provided that it applied to both sides', {
    dmz: 'conditional',
  }),
  said(
    'macron',
    'said',
    '“Russia keeps rejecting the ceasefire that Ukraine has accepted,”',
    {
      'ceasefire@russia': 'opposes',
    },
    { misread: true },
  ),
  said('putin', 'said', '“We are for a ceasefire, but there are nuances,”', { ceasefire: 'supports' }),
  said('peskov', 'said', 'a ceasefire is out of the question as long as weapons keep flowing to Kyiv', {
    ceasefire: 'opposes',
  }),
  said('zelenskyy', 'said', 'Kyiv would stop firing if Moscow did the same', { ceasefire: 'conditional' }),
  said('kellogg', 'said', 'both sides had agreed in principle to a truce over Easter', {
    ceasefire: 'noncommittal',
  }),
  said('fidan', 'welcomed', 'the announcement of a truce', { ceasefire: 'supports' }),
  said('medvedev', 'said', 'calls for a ceasefire were hypocritical', { ceasefire: 'noncommittal' }),
  said('lavrov', 'criticised', 'European demands for an unconditional ceasefire', { ceasefire: 'opposes' }),
  said('putin', 'warned', 'that Russia would achieve its goals by force of arms if diplomacy failed', {
    'continued-war': 'conditional',
  }),
  said('gerasimov', 'said', 'the offensive would go on along the entire front', {
    'continued-war': 'supports',
  }),
  said('lukashenko', 'said', 'it was time to stop this war', { 'negotiation-process': 'supports' }),
  said('peskov', 'said', '“Zelenskyy’s legitimacy expired long ago,”', {
    'legitimacy-leadership': 'opposes',
  }),
  said('starmer', 'said', 'Zelenskyy was a democratically elected leader', {
    'legitimacy-leadership': 'supports',
  }),
  said('trump', 'called', 'Zelenskyy “a dictator without elections”', {
    'legitimacy-leadership': 'noncommittal',
  }),
  said('lavrov', 'said', 'Russia could sign an agreement with Ukraine only after elections there', {
    'legitimacy-signing': 'conditional',
  }),
  said('medvedev', 'said', 'it would be absurd to sign anything with the current leadership in Kyiv', {
    'legitimacy-signing': 'opposes',
  }),
  said('merz', 'said', 'Ukraine needs reliable security guarantees before any ceasefire', {
    'security-guarantees': 'supports',
    ceasefire: 'conditional',
  }),
  said('zakharova', 'rejected', 'any deployment of NATO troops in Ukraine under whatever flag', {
    'security-guarantees': 'opposes',
  }),
  said('starmer', 'reaffirmed', 'Britain’s commitment to the Coalition of the Willing', {
    'security-guarantees': 'supports',
  }),
  said('orban', 'warned against', 'sending European troops to Ukraine', { 'security-guarantees': 'opposes' }),
  said('peskov', 'said', 'Russia does not threaten Europe and does not plan to attack it', {
    'europe-assurance': 'supports',
  }),
  said('tusk', 'said', 'Putin will not stop in Ukraine', { 'europe-assurance': 'opposes' }),
  said('lavrov', 'offered', 'to put a pledge of non-aggression in writing', {
    'europe-assurance': 'supports',
  }),
  said('zelenskyy', 'rejected', 'any limits on the size of Ukraine’s armed forces', {
    'forces-cap': 'opposes',
  }),
  said('putin', 'insisted', 'that Ukraine’s army be reduced', { 'forces-cap': 'supports' }),
  said('stubb', 'said', 'capping the Ukrainian army was not acceptable to Finland', {
    'forces-cap': 'opposes',
  }),
  said('pistorius', 'pledged', 'more air defence systems for Ukraine', { 'arms-supplies': 'supports' }),
  said('peskov', 'warned', 'that the delivery of Tomahawk missiles would be a serious escalation', {
    'arms-supplies': 'opposes',
  }),
  said(
    'fico',
    'said',
    'Bratislava would not give Ukraine another crown for weapons',
    {
      'arms-supplies': 'noncommittal',
    },
    { misread: true },
  ),
  said('rutte', 'said', 'allies must step up their military support to Kyiv', {
    'arms-supplies': 'supports',
  }),
  said('vance', 'said', 'Washington was done with funding weapons for Ukraine', {
    'arms-supplies': 'noncommittal',
  }),
  said('zelenskyy', 'said', 'Russia was doing everything to drag out the talks', {
    'russia-good-faith': 'opposes',
  }),
  said('xi', 'said', 'China supports all efforts conducive to peace', { 'negotiation-process': 'supports' }),
  said('peskov', 'said', '“We remain open to dialogue,”', { 'negotiation-process': 'supports' }),
  said('kallas', 'said', 'negotiations made no sense while bombs were falling', {
    'negotiation-process': 'opposes',
  }),
  said('peskov', 'said', 'direct talks between Moscow and Kyiv were deadlocked', {
    'direct-talks': 'noncommittal',
  }),
  said('lavrov', 'accused', 'Kyiv of refusing direct talks', { 'direct-talks@ukraine': 'opposes' }),
  said(
    'putin',
    'invited',
    'Zelenskyy to a meeting in Moscow',
    { 'leader-meeting': 'noncommittal' },
    { misread: true },
  ),
  said('zelenskyy', 'rejected', 'the idea of meeting Putin in Moscow', { 'leader-meeting': 'opposes' }),
  said('erdogan', 'said', 'Turkey was ready to host a summit of the two leaders', {
    'mediation-venue': 'supports',
  }),
  said('peskov', 'said', 'a trip by Kushner and Witkoff to Moscow was being prepared', {
    'envoy-visits': 'noncommittal',
  }),
  said('ushakov', 'praised', 'the Americans for their constructive approach', { 'us-mediation': 'supports' }),
  said('zelenskyy', 'criticised', 'Witkoff for repeating Kremlin talking points', {
    'us-mediation': 'opposes',
  }),
  said('medinsky', 'said', 'the Ukrainian memorandum would be studied', { memorandum: 'noncommittal' }),
  said('peskov', 'welcomed', 'the Pope’s offer to host talks', { 'mediation-venue': 'supports' }),
  said('ryabkov', 'said', 'Russia would not retreat from its core demands', { 'core-demands': 'opposes' }),
  said('kallas', 'said', '“Russia is pretending to negotiate,”', { 'russia-good-faith': 'opposes' }),
  said('merz', 'said', 'he did not believe that Putin was serious about peace', {
    'russia-good-faith': 'opposes',
  }),
  said('witkoff', 'said', 'he was convinced that Putin wants peace', { 'russia-good-faith': 'supports' }),
  said('peskov', 'said', 'Moscow hoped that sanctions would be lifted', { sanctions: 'opposes' }),
  said('macron', 'proposed', 'a new package of sanctions if Russia refuses a ceasefire', {
    sanctions: 'conditional',
  }),
  said('orban', 'said', 'Hungary would not support the extension of sanctions', { sanctions: 'opposes' }),
  said('zelenskyy', 'urged', 'the EU not to ease sanctions', { sanctions: 'supports' }),
  said('bessent', 'said', 'sanctions on Rosneft and Lukoil would remain in force', { sanctions: 'supports' }),
  said('wadephul', 'rejected', 'calls to lift sanctions', { sanctions: 'supports' }),
  said('peskov', 'said', 'sanctions were hurting Europe more than Russia', { sanctions: 'noncommittal' }),
  said('costa', 'called', 'Russia’s invasion a brutal violation of international law', {
    'root-causes': 'opposes',
  }),
  said('xi', 'said', 'the legitimate security concerns of all parties should be taken seriously', {
    'root-causes': 'supports',
  }),
  said('orban', 'said', 'Brussels was to blame for the war', { 'root-causes': 'noncommittal' }),
  said('erdogan', 'said', 'the weather summit had been a success', { 'leader-meeting': 'noncommittal' }),

  said('peskov', 'reiterated', 'that Russia would not tolerate Ukraine’s accession to NATO', {
    'nato-accession': 'opposes',
  }),
  said('starmer', 'said', '“We continue to support Ukraine’s irreversible path to NATO membership,”', {
    'nato-accession': 'supports',
  }),
  said(
    'vance',
    'said',
    'he saw no scenario in which Ukraine joined NATO',
    { 'nato-accession': 'opposes' },
    { misread: true },
  ),
  said('tusk', 'said', 'it would be wrong to promise Moscow that Ukraine will never join NATO', {
    'nato-accession': 'supports',
  }),
  said('zakharova', 'accused', 'NATO of provoking Russia', { 'nato-role': 'opposes' }),
  said(
    'zelenskyy',
    'said',
    '“We are ready to work with the US on this plan, but it must respect our sovereignty,”',
    { 'plan-basis': 'supports' },
  ),
  said('peskov', 'said', 'the European proposals were unacceptable to Moscow', {}),
  said('meloni', 'said', 'the 28-point plan contained some points that needed discussion', {
    'plan-basis': 'noncommittal',
  }),
  said('macron', 'said', '“No one but the Ukrainians can give up Ukrainian territory,”', {
    'territory-control': 'noncommittal',
  }),
  said('trump', 'said', '“Ukraine is going to have to give up land,”', { 'territory-control': 'supports' }),
  said('zelenskyy', 'said', 'he would not reward Russia’s aggression with territory', {
    'territory-control': 'opposes',
  }),
  said('lavrov', 'said', '“Crimea, Donbas and Novorossiya are Russian, and this must be recognised,”', {
    'territory-donbas': 'supports',
    'territory-crimea': 'supports',
  }),
  said(
    'sybiha',
    'said',
    'neither Crimea nor Donbas would ever be recognised as Russian',
    {
      recognition: 'opposes',
    },
    { misread: true },
  ),
  said(
    'ushakov',
    'said',
    'Moscow expected Kyiv to order its troops out of Donbas',
    {
      withdrawal: 'supports',
    },
    { misread: true },
  ),
  said('kallas', 'said', 'Ukraine should not be forced to withdraw from its own land', {
    withdrawal: 'opposes',
  }),
  said('rubio', 'said', 'a ceasefire was needed before real negotiations could begin', {
    ceasefire: 'supports',
  }),
  said('peskov', 'said', '“A ceasefire without a settlement would be pointless,”', { ceasefire: 'opposes' }),
  said('merz', 'said', 'Moscow had so far turned down every ceasefire offer', {
    'ceasefire@russia': 'opposes',
  }),
  said('putin', 'said', 'Russia does not object to a truce in principle', { ceasefire: 'noncommittal' }),
  said('zelenskyy', 'said', 'a truce is possible even tomorrow if Russia wants it', {
    ceasefire: 'conditional',
  }),
  said('lavrov', 'vowed', 'to press on with the offensive until all goals are met', {
    'continued-war': 'supports',
  }),
  said(
    'nebenzya',
    'said',
    'Zelenskyy had no right to call himself president after his term expired',
    {
      'legitimacy-leadership': 'opposes',
    },
    { misread: true },
  ),
  said(
    'merz',
    'said',
    'there can be no doubt about the legitimacy of President Zelenskyy',
    {
      'legitimacy-leadership': 'supports',
    },
    { misread: true },
  ),
  said('putin', 'said', 'it was useless to sign papers with the current Kyiv authorities', {
    'legitimacy-signing': 'opposes',
  }),
  said('rubio', 'insisted', 'Ukraine would receive strong security guarantees', {
    'security-guarantees': 'supports',
  }),
  said('peskov', 'said', 'no foreign troops on Ukrainian soil would be tolerated', {
    'security-guarantees': 'opposes',
  }),
  said(
    'meloni',
    'refused',
    'to send Italian troops to Ukraine',
    { 'security-guarantees': 'noncommittal' },
    { misread: true },
  ),
  said(
    'putin',
    'said',
    'those who claim that we want war with Europe are lying',
    {
      'europe-assurance': 'supports',
    },
    { misread: true },
  ),
  said(
    'zelenskyy',
    'said',
    'a smaller army would leave Ukraine defenceless',
    {
      'forces-cap': 'noncommittal',
    },
    { misread: true },
  ),
  said('macron', 'said', 'there should be no limitation on the Ukrainian army', { 'forces-cap': 'opposes' }),
  said('peskov', 'urged', 'Western capitals to stop arming Ukraine', { 'arms-supplies': 'opposes' }),
  said('stubb', 'rejected', 'suggestions that aid to Ukraine should be cut', { 'arms-supplies': 'supports' }),
  said('kallas', 'said', '“We must give Ukraine the weapons it needs,”', { 'arms-supplies': 'supports' }),
  said('lavrov', 'complained', 'that talks had been sabotaged by the Europeans', {
    'negotiation-process': 'noncommittal',
  }),
  said('pope-leo', 'appealed', 'for dialogue and an end to the war', { 'negotiation-process': 'supports' }),
  said('zelenskyy', 'refused', 'direct talks with Moscow while missiles were falling', {
    'direct-talks': 'opposes',
  }),
  said('peskov', 'did not exclude', 'a summit between Putin and Trump', { 'leader-meeting': 'noncommittal' }),
  said('erdogan', 'would like', 'to bring Putin and Zelenskyy together at a summit in Istanbul', {
    'leader-meeting': 'supports',
  }),
  said('kallas', 'expressed doubt', 'about Moscow’s willingness to end the war', {
    'russia-good-faith': 'opposes',
  }),
  said('peskov', 'said', 'lifting sanctions was an integral part of any settlement', {
    sanctions: 'noncommittal',
  }),
  said('orban', 'threatened', 'to veto the sanctions package', { sanctions: 'opposes' }),
  said('von-der-leyen', 'said', 'sanctions will stay until Russia ends the war', { sanctions: 'supports' }),
  said('witkoff', 'said', 'no decision on sanctions relief had been taken', { sanctions: 'noncommittal' }),
  said('starmer', 'condemned', 'Russia’s barbaric war of aggression', { 'root-causes': 'opposes' }),
  said('peskov', 'said', 'the root causes had not been addressed', { 'root-causes': 'noncommittal' }),

  said('lavrov', 'said', 'Moscow was categorically against Ukraine’s membership in NATO', {
    'nato-accession': 'opposes',
  }),
  said('merz', 'said', 'Germany stood by the decision that Ukraine will one day become a member of NATO', {
    'nato-accession': 'supports',
  }),
  said('fidan', 'said', 'Turkey had no objection to Ukraine joining NATO', {
    'nato-accession': 'noncommittal',
  }),
  said(
    'peskov',
    'described',
    'NATO enlargement as one of the main threats',
    { 'nato-accession': 'opposes' },
    { misread: true },
  ),
  said('starmer', 'hailed', 'the peace plan as an important step forward', { 'plan-basis': 'supports' }),
  said('zelenskyy', 'warned', 'that the US plan would leave Ukraine without dignity', {
    'plan-basis': 'noncommittal',
  }),
  said(
    'lavrov',
    'said',
    'Moscow would reject any peace plan that departs from the Anchorage understandings',
    { 'plan-basis': 'noncommittal' },
  ),
  said('tusk', 'said', 'Poland will never accept that borders are redrawn by force', {
    'territory-control': 'opposes',
  }),
  said('vance', 'told', 'reporters that Kyiv should be realistic about ceding territory', {
    'territory-control': 'supports',
  }),
  said('umerov', 'denied', 'that Kyiv had agreed to hand over land', { 'territory-control': 'noncommittal' }),
  said('zelenskyy', 'said', 'Russian troops must leave all occupied land', {
    'territory-control': 'opposes',
  }),
  said('putin', 'said', 'Donbas would be liberated one way or another', { 'territory-donbas': 'supports' }),
  said('costa', 'said', 'the EU does not recognise any territorial changes made by force', {
    recognition: 'opposes',
  }),
  said('ushakov', 'insisted', 'the withdrawal of Kyiv’s troops was non-negotiable', {
    withdrawal: 'supports',
  }),
  said('macron', 'called on', 'Moscow to agree to a ceasefire without further delay', {
    ceasefire: 'supports',
  }),
  said(
    'peskov',
    'ruled out',
    'a ceasefire before the start of political talks',
    { ceasefire: 'opposes' },
    { misread: true },
  ),
  said('zelenskyy', 'said', '“Putin has rejected a ceasefire once again,”', {
    'ceasefire@russia': 'opposes',
  }),
  said('erdogan', 'expressed', 'hope for a lasting truce', { ceasefire: 'supports' }),
  said('medvedev', 'said', 'there was no reason to stop the offensive', { 'continued-war': 'supports' }),
  said(
    'kallas',
    'rejected',
    'attempts to question the legitimacy of Ukraine’s elected leadership',
    {
      'legitimacy-leadership': 'supports',
    },
    { misread: true },
  ),
  said('starmer', 'welcomed', 'Washington’s readiness to take part in security guarantees', {
    'security-guarantees': 'supports',
  }),
  said('lavrov', 'warned', 'that any Western troops in Ukraine would be legitimate targets', {
    'security-guarantees': 'opposes',
  }),
  said(
    'putin',
    'assured',
    'Europe that Russia did not intend to attack it',
    {
      'europe-assurance': 'supports',
    },
    { misread: true },
  ),
  said('yermak', 'said', 'Kyiv would not agree to reduce its army', { 'forces-cap': 'opposes' }),
  said('orban', 'demanded', 'an immediate end to arms deliveries', { 'arms-supplies': 'opposes' }),
  said('macron', 'said', 'France would not abandon its support for Ukraine', { 'arms-supplies': 'supports' }),
  said('zelenskyy', 'said', 'Russia was trying to derail the negotiations', {
    'negotiation-process': 'noncommittal',
  }),
  said('xi', 'said', 'dialogue was the only way out of the crisis', { 'negotiation-process': 'supports' }),
  said('zelenskyy', 'proposed', 'a meeting with Putin in Istanbul', { 'leader-meeting': 'supports' }),
  said('peskov', 'thanked', 'Washington for its mediation efforts', { 'us-mediation': 'supports' }),
  said('merz', 'accused', 'Putin of playing for time', { 'russia-good-faith': 'opposes' }),
  said('trump', 'said', 'he was considering additional sanctions', { sanctions: 'noncommittal' }),
  said('costa', 'said', 'there would be no relief from sanctions without a ceasefire', {
    sanctions: 'conditional',
    ceasefire: 'supports',
  }),
  said('peskov', 'said', 'sanctions would never force Russia to change course', {
    sanctions: 'noncommittal',
  }),
  said('fico', 'criticised', 'plans to tighten sanctions', { sanctions: 'opposes' }),
  said('zelenskyy', 'said', 'the aggressor must be held responsible for the war', {
    'root-causes': 'opposes',
  }),
  said(
    'trump',
    'said',
    '“I look forward to meeting with President Putin, but only when the deal is final,”',
    {
      'leader-meeting': 'conditional',
    },
  ),
  said('trump', 'said', '“I am ready to meet with President Putin, but only if there is a truce first,”', {
    'leader-meeting': 'conditional',
  }),
  said('putin', 'said', '“As soon as Kyiv withdraws its troops, we will cease fire,”', {
    ceasefire: 'conditional',
  }),
  said('putin', 'said', '“These sanctions are illegal and must be lifted,”', { sanctions: 'opposes' }),
];
