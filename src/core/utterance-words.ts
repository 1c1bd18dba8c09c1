/** A word of a statement as translations are compared: by its sense, with its weight and whether it is negated. */
export interface Sense {
  readonly name: string;
  /** 0 to 1: how much it says about which statement this is. */
  readonly weight: number;
  readonly negated: boolean;
}

/**
 * What translators of one sentence exchange for one another, in plain words. A line is one sense. Words that an
 * agreement turns on ("temporary", "unconditional", "all") are in no line: there a different word is a different statement.
 */
const exchanged = [
  'accept agree consent approve adopt acceptable',
  'agreement accord deal pact treaty settlement',
  'army troops forces force soldiers military armed',
  'attack invade invasion strike aggression assault',
  'basis foundation groundwork',
  'begin began begun start launch commence enter',
  'ceasefire truce armistice cease-fire',
  'collaborate cooperate cooperation work',
  'concrete tangible specific substantive meaningful',
  'danger threat menace threaten',
  'delay postpone',
  'election vote ballot',
  'eliminate address remove',
  'expect await anticipate expectation',
  'final ultimate definitive',
  'future upcoming next soon coming',
  'give gave given deliver supply provide send sent',
  'guarantee assurance pledge promise commitment assure',
  'highest top level',
  'hold held occupy control seize capture',
  'important crucial essential vital key main priority sensitive',
  'join accession membership member admit admission entry',
  'land territory area region soil territorial',
  'leader leadership authority government regime',
  'legitimate legitimacy legal legally lawful',
  'meet met meeting summit gather',
  'weapon arms ammunition missile',
  'negotiate negotiation talks talk dialogue discuss discussion consultation contact conversation',
  'plan proposal draft document text initiative framework paper',
  'pointless useless senseless futile meaningless',
  'possible potential potentially possibly likely can could may might able',
  'praise commend welcome hail thank gratitude grateful laud applaud',
  'principle root underlying',
  'progress headway momentum advance breakthrough track energy',
  'reach achieve attain',
  'ready prepared willing willingness readiness open openness',
  'recognise recognize recognition acknowledge',
  'renew renewed revive revival reinvigorate resume restart',
  'resolve solve solution resolution settle',
  'result outcome',
  'sign conclude signing signature',
  'stop halt cease end suspend terminate',
  'support back endorse favour favor',
  'team delegation negotiator representative',
  'version option variant',
  'want wants desire wish seek sought goal aim intend intention interest interested',
  'war fighting fight conflict hostilities combat crisis',
  'way path route pathway',
  'withdraw withdrew withdrawn withdrawal pull pullout leave left retreat vacate exit',
];

/** Words with a negation inside: "rejects" is "does not accept". The sense they negate stands first. */
const negating = [
  'accept reject refuse decline dismiss unacceptable inadmissible',
  'support oppose opposition against',
  'possible impossible unable unlikely',
  'legitimate illegitimate unlawful illegal illegally',
  'ready unwilling unprepared',
  'success fail failure',
  'true untrue false nonsense absurd ridiculous baseless lie',
  'important unimportant',
  'realistic unrealistic',
];

/** What negates the words after it. */
const bareNegators =
  "not no never none nobody nothing neither nor without cannot can't can’t don't don’t doesn't doesn’t didn't didn’t won't won’t isn't isn’t aren't aren’t wasn't wasn’t wouldn't wouldn’t shouldn't shouldn’t nt hardly";
const negators = `${bareNegators} refuse reject decline deny fail rule forgo renounce oppose against`;

/** Where the words that a negation reaches end: "if they don't, we will" does not negate what we will. */
const joints = 'and but if then that because while when unless as until so which who we they he she it you i';

const idle =
  'a an the this that these those it its he his him she her they their them we our us you your i my me who which what there here of to in on at by for with from into about over under after before as than be is are was were been being am do does did have has had having will would shall should must and or but if then because while when so also just only very more most much many some any all such other another one both each either said say says told tell added adding up out off down now still yet already ever even too not no s t re ve ll d m don didn won isn can ca wo mr mrs';

const light =
  'think believe consider view see know want need make take go come get put use time day week year people country way thing part side new great good well important possible ready work future general overall course potential want say speak remain continue become support today tomorrow yesterday ultimately currently current president minister';

const endings =
  /(?:iti|ity|ities|ies|ing|ed|es|s|ly|li|al|ally|ment|ness|ful|fully|ous|ously|ive|able|abl|ible|ibl|ance|anc|ence|enc|ant|ent|ate|at|ation|ator|or|er|ion|ic|ise|ize|iz|is|e|y|i)$/;

/**
 * A word without its endings, cut until nothing comes off or four letters are left: alike for a whole word and for what a
 * stemmer left of it.
 */
export function root(word: string): string {
  const known = roots.get(word);
  if (known !== undefined) return known;
  if (roots.size >= mostRoots) roots.clear();
  const found = cut(word);
  roots.set(word, found);
  return found;
}

/** The same words come again and again; ten times as many as a language uses would be a stranger's. */
const mostRoots = 50_000;
const roots = new Map<string, string>();

function cut(word: string): string {
  let rest = word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/['’.]/g, '');
  for (;;) {
    const shorter = rest.replace(endings, '').replace(/([bdgmnprt])\1$/, '$1');
    if (shorter.length < 4 || shorter === rest) return rest;
    rest = shorter;
  }
}

const words = (line: string): string[] => line.split(' ');
const rootsOf = (line: string): ReadonlySet<string> => new Set(words(line).map(root));

const senseOf = new Map<string, { readonly name: string; readonly negated: boolean }>();
for (const line of exchanged)
  for (const word of words(line))
    senseOf.set(root(word), { name: line.split(' ', 1)[0] ?? '', negated: false });
for (const line of negating)
  for (const word of words(line).slice(1))
    senseOf.set(root(word), { name: line.split(' ', 1)[0] ?? '', negated: true });

const negatorRoots = rootsOf(negators);
const jointRoots = rootsOf(joints);
const idleWords = new Set(words(`${idle} ${bareNegators} onli ani veri mani becaus anoth ha doe`));
const lightNames = new Set(words(light).flatMap(word => [root(word), senseOf.get(root(word))?.name ?? '']));

/** What every statement of a negotiation may speak of: it tells two apart less than other words do. */
const common = new Set(
  words('negotiate plan agreement war peace')
    .map(root)
    .flatMap(key => [key, senseOf.get(key)?.name ?? key]),
);

function weightOf(name: string): number {
  if (lightNames.has(name)) return 0.35;
  return common.has(name) ? 0.7 : 1;
}

/** Whether a word is an everyday one, so that in capitals it still names nobody: "FINAL", "Ceasefire". */
export const isEveryday = (word: string): boolean =>
  idleWords.has(word.toLowerCase()) || senseOf.has(root(word)) || lightNames.has(root(word));

/** How many words of weight a negation reaches. */
const reach = 2;

/** The senses of a statement's words in their order, function words left out. */
export function senses(stems: readonly string[]): Sense[] {
  const found: Sense[] = [];
  let left = 0;
  for (const stem of stems) {
    const { isJoint, sense, negates } = meaningOf(stem);
    if (isJoint) left = 0;
    if (sense) {
      found.push(left > 0 ? sense.turned : sense.plain);
      left -= 1;
    }
    if (negates) left = reach;
  }
  return found;
}

/** What a word does in a statement. */
interface Meaning {
  /** As it stands, and where a negation reaches it; null for function words. */
  readonly sense: { readonly plain: Sense; readonly turned: Sense } | null;
  readonly isJoint: boolean;
  readonly negates: boolean;
}

const meanings = new Map<string, Meaning>();

function meaningOf(stem: string): Meaning {
  const known = meanings.get(stem);
  if (known) return known;
  if (meanings.size >= mostRoots) meanings.clear();
  const found = meaning(stem);
  meanings.set(stem, found);
  return found;
}

function meaning(stem: string): Meaning {
  const key = root(stem);
  const isIdle = key === '' || idleWords.has(stem.toLowerCase());
  const { name, negated } = senseOf.get(key) ?? { name: key, negated: false };
  const plain = { name, negated, weight: weightOf(name) };
  return {
    sense: isIdle ? null : { plain, turned: { ...plain, negated: !negated } },
    isJoint: jointRoots.has(key),
    negates: negatorRoots.has(key),
  };
}
