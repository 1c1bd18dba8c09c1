/** What stands between a reader and the article: what such a page says is not read. */
export type Barrier = 'paywalled' | 'consent';

/** Characters. Teasers are shorter; an article of that length was given in full, whatever is offered below it. */
const teaserLength = 1_500;

/** Where `isFree` is false a page may still hold the whole text; one paragraph of it is a teaser. */
const paragraphLength = 500;

/** `words` are the page's as they stand, from its title on; `text` is what was found of its article. */
export function barrierOf(words: string, text: string, isFree: boolean): Barrier | null {
  if (text.length >= teaserLength) return null;
  const seen = words.replace(/\s+/g, ' ');
  if (challenge.test(seen.slice(0, 500))) return 'consent';
  if (subscription.test(seen) || (!isFree && text.length < paragraphLength)) return 'paywalled';
  return consent.test(text) || (text.length < paragraphLength && consent.test(seen)) ? 'consent' : null;
}

const challenge =
  /just a moment|verif(?:y|ying) (?:that )?you are (?:a )?human|checking your browser|are you a (?:robot|human)|confirm you are not a robot/i;

/** Invitations that stand in the place of the text; "subscribe to our newsletter" is none. */
const subscription =
  /(?:subscribe|sign in|log ?in|register|create (?:a free|an) account)(?: now| or [^.]{1,30})? to (?:continue|keep|read|unlock|access)|to (?:continue|keep) reading[^.]{0,40},? (?:please )?(?:subscribe|sign|log|register|become|create)|already a (?:subscriber|member)\?|this (?:article|story|content) is (?:for|only for|reserved for|available to|exclusive to) (?:our )?(?:paying |premium )?(?:subscribers|members)|(?:статья|материал|стаття|матеріал) (?:доступн|только|лише|тільки)[^.]{0,40}(?:подписч|подписк|передплат)|(?:оформите|оформіть) (?:подписку|передплату)[^.]{0,30}чита/i;

const consent =
  /(?:\bcookies?\b|\bpartners\b|\bconsent\b|файл\p{L}{0,2} cookie)[^\n]{0,400}?(?:accept all|reject all|manage (?:your )?(?:choices|preferences|settings)|i agree|принять все|прийняти все)/iu;
