import type { Case } from './stance-cases.ts';

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

/**
 * On the trade agreement of the European Union and Mercosur, which is followed by `eu-mercosur.yaml` alone. Written before
 * any of them was read; nobody said them.
 */
export const tradeCases: readonly Case[] = [
  // deal-approval
  said('sefcovic', 'said', '“We want to sign this agreement before the year is out,”', {
    'deal-approval': 'supports',
  }),
  said('genevard', 'said', 'France would not sign the agreement as it stands', {
    'deal-approval': 'opposes',
  }),
  said('lula', 'told reporters', '“If Europe wants the deal, it must show courage,”', {
    'deal-approval': 'noncommittal',
  }),
  said('merz', 'said', 'Germany firmly supports the Mercosur deal', { 'deal-approval': 'supports' }),
  said('tusk', 'said', 'Poland will not accept the Mercosur agreement', { 'deal-approval': 'opposes' }),
  said('milei', 'said', '“Argentina backs the trade deal with Europe without reservation,”', {
    'deal-approval': 'supports',
  }),
  said('meloni', 'told parliament', 'Italy would back the agreement only if farmers were protected', {
    'deal-approval': 'conditional',
    'farm-safeguards': 'supports',
  }),
  said('krajewski', 'warned', 'the deal would ruin small farms', { 'deal-approval': 'opposes' }),
  said('stocker', 'said', 'Austria was bound by a vote of its parliament to reject the deal', {
    'deal-approval': 'opposes',
  }),
  said(
    'martin',
    'said',
    '“We cannot support a trade agreement that sells out our farmers,”',
    { 'deal-approval': 'opposes' },
    { misread: true },
  ),
  said('sanchez', 'called', 'the agreement “a historic opportunity”', { 'deal-approval': 'supports' }),
  said('giansanti', 'urged', 'governments to vote against the agreement', { 'deal-approval': 'opposes' }),
  said('lange', 'said', 'ratification of the agreement was possible by the summer', {
    'deal-approval': 'noncommittal',
  }),
  said('macron', 'said', 'the agreement was “unacceptable in its current form”', {
    'deal-approval': 'opposes',
  }),
  said('pena', 'said', 'Paraguay was ready to sign the accord tomorrow', { 'deal-approval': 'supports' }),
  said('orsi', 'said', '“Twenty-five years of talks are enough, the deal must be signed,”', {
    'deal-approval': 'supports',
  }),
  said('lollobrigida', 'denied', 'that Italy had decided to block the deal', {
    'deal-approval': 'noncommittal',
  }),
  said('von-der-leyen', 'said', 'a vote on the agreement would take place in December', {
    'deal-approval': 'noncommittal',
  }),
  said('tusk', 'said', 'Warsaw was working on a blocking minority', { 'deal-approval': 'opposes' }),
  said(
    'merz',
    'said',
    'Germany has no objections to the agreement',
    { 'deal-approval': 'supports' },
    { misread: true },
  ),
  // provisional-application
  said('sefcovic', 'defended', 'the provisional application of the trade chapter', {
    'provisional-application': 'supports',
  }),
  said('genevard', 'rejected', 'any provisional application before parliaments have voted', {
    'provisional-application': 'conditional',
  }),
  said('lange', 'said', 'provisional application was not acceptable unless Parliament gives its consent', {
    'provisional-application': 'conditional',
  }),
  said('merz', 'called for', 'the agreement to be applied provisionally', {
    'provisional-application': 'supports',
  }),
  said('giansanti', 'accused', 'Brussels of bypassing national parliaments', {
    'provisional-application': 'opposes',
  }),
  // court-review
  said('lange', 'said', '“We should seek the opinion of the court,”', { 'court-review': 'supports' }),
  said('sefcovic', 'said', 'a referral to the Court of Justice was unnecessary', {
    'court-review': 'opposes',
  }),
  said('krajewski', 'said', 'Poland will refer the agreement to the Court of Justice', {
    'court-review': 'supports',
  }),
  // signing-date
  said('alckmin', 'said', 'the signing ceremony was planned for Saturday', {
    'signing-date': 'noncommittal',
  }),
  // farm-safeguards
  said('hansen', 'promised', 'robust safeguards for sensitive products', { 'farm-safeguards': 'supports' }),
  said('genevard', 'insisted on', 'a safeguard clause with real teeth', { 'farm-safeguards': 'supports' }),
  said('favaro', 'criticised', 'the new safeguard measures', { 'farm-safeguards': 'opposes' }),
  said('vieira', 'said', 'Brazil could not accept a safeguard mechanism decided by one side alone', {
    'farm-safeguards': 'opposes',
  }),
  said(
    'giansanti',
    'said',
    '“These safeguards are not enough,”',
    { 'farm-safeguards': 'opposes' },
    { misread: true },
  ),
  said('macron', 'said', 'France asks for an emergency brake on imports', { 'farm-safeguards': 'supports' }),
  said('milei', 'said', 'Argentina would tolerate safeguards provided that they lapse after five years', {
    'farm-safeguards': 'conditional',
  }),
  // beef-quota
  said(
    'martin',
    'said',
    'no tonnes of Brazilian beef should enter the market',
    { 'beef-quota': 'opposes' },
    { misread: true },
  ),
  said('favaro', 'demanded', 'a bigger quota for beef', { 'beef-quota': 'supports' }),
  said('hansen', 'said', 'the beef quota amounted to 1.5 per cent of consumption', {
    'beef-quota': 'noncommittal',
  }),
  said('giansanti', 'warned', 'the market would be flooded with beef', { 'beef-quota': 'opposes' }),
  // mirror-clauses
  said('genevard', 'said', '“Imported meat must meet the same standards as ours,”', {
    'mirror-clauses': 'supports',
  }),
  said('macron', 'demanded', 'mirror clauses for pesticides', { 'mirror-clauses': 'supports' }),
  said('lula', 'dismissed', 'mirror clauses as protectionism', { 'mirror-clauses': 'opposes' }),
  said('krajewski', 'said', 'without reciprocity there will be no consent from Poland', {
    'mirror-clauses': 'supports',
  }),
  said('sefcovic', 'said', 'import controls were being discussed', { 'mirror-clauses': 'noncommittal' }),
  // farm-compensation
  said('hansen', 'announced', 'a reserve fund of 6.3 billion euros for farmers', {
    'farm-compensation': 'noncommittal',
  }),
  said('lollobrigida', 'called for', 'a bigger crisis reserve', { 'farm-compensation': 'supports' }),
  said(
    'giansanti',
    'said',
    '“A compensation fund is no solution,”',
    { 'farm-compensation': 'opposes' },
    { misread: true },
  ),
  // deforestation-rule
  said('lula', 'said', 'Brazil rejected the deforestation regulation as punitive', {
    'deforestation-rule': 'opposes',
  }),
  said('favaro', 'called', 'the deforestation law “green protectionism”', {
    'deforestation-rule': 'opposes',
  }),
  said('von-der-leyen', 'said', 'the deforestation rules will not be weakened', {
    'deforestation-rule': 'supports',
  }),
  said('merz', 'said', 'Germany wants to postpone the deforestation regulation by another year', {
    'deforestation-rule': 'opposes',
  }),
  // paris-clause
  said(
    'macron',
    'said',
    'respect for the Paris Agreement was a red line',
    { 'paris-clause': 'supports' },
    { misread: true },
  ),
  said('milei', 'said', 'Argentina had not decided whether to leave the Paris Agreement', {
    'paris-clause': 'noncommittal',
  }),
  said('lula', 'said', 'Brazil stood by the Paris Agreement', { 'paris-clause': 'supports' }),
  // rebalancing
  said('vieira', 'welcomed', 'the rebalancing mechanism', { rebalancing: 'supports' }),
  said('genevard', 'said', '“We will not accept the rebalancing mechanism,”', { rebalancing: 'opposes' }),
  // industrial-tariffs
  said(
    'merz',
    'said',
    'scrapping tariffs on cars would help the economy',
    { 'industrial-tariffs': 'supports' },
    { misread: true },
  ),
  said('alckmin', 'said', 'Brazil would keep duties on electric cars for 18 years', {
    'industrial-tariffs': 'opposes',
  }),
  said('sefcovic', 'said', 'car tariffs would fall to zero over 15 years', {
    'industrial-tariffs': 'noncommittal',
  }),
  // public-procurement
  said('lula', 'said', 'Brazil would not open its public procurement to foreign firms', {
    'public-procurement': 'opposes',
  }),
  said('sefcovic', 'praised', 'the procurement chapter', { 'public-procurement': 'supports' }),
  // described
  said('sefcovic', 'said', 'Poland opposes the agreement', { 'deal-approval@poland': 'opposes' }),
  said(
    'lula',
    'said',
    'Italy was not against the deal',
    { 'deal-approval@italy': 'supports' },
    { misread: true },
  ),
  said('giansanti', 'said', 'Paris demands mirror clauses and rejects the beef quota', {
    'mirror-clauses@france': 'supports',
    'beef-quota@france': 'opposes',
  }),
];
