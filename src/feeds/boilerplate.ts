/** Characters; the longest reports are a tenth of it. */
const lengthLimit = 200_000;

/**
 * The lines that are the article's own: nothing that headline and captions say (`said`), no line a second time, no widgets, credits, dates or
 * invitations. What a caption, a key point or a teaser claims would otherwise become somebody's statement.
 */
export function articleLines(lines: readonly string[], said: readonly string[]): string[] {
  const seen = new Set(said.map(bare));
  let room = lengthLimit;
  return lines.filter(line => {
    const key = bare(line);
    if (key === '' || seen.has(key) || isBoilerplate(line) || line.length > room) return false;
    seen.add(key);
    room -= line.length;
    return true;
  });
}

/** A line as it is compared: letters and digits only. */
const bare = (line: string): string => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const isBoilerplate = (line: string): boolean => furniture.some(form => form.test(line));

/** Whole lines of furniture, in English, Russian and Ukrainian. */
const widgets = new RegExp(
  `^[\\W_]*(?:${[
    'share(?: this)?(?: (?:article|story|post|page))?(?: (?:on|via|with) .{1,30})?|shares?|tweet|print|e-?mail|save|copy link|link copied',
    'facebook|twitter|x|telegram|whatsapp|linkedin|reddit|pinterest|viber|messenger|flipboard',
    'advertisements?|advertising|sponsored(?: content)?|promoted|ad|scroll to continue|story continues below.*',
    "what'?s your reaction\\??|like|dislike|love|funny|angry|sad|wow",
    'select language:?|listen(?: to (?:this )?article)?|\\d+ min(?:ute)?s? read|reading time.{0,20}|\\d+ comments?|comments?|leave a (?:comment|reply)',
    'related(?: (?:articles?|stories|topics|news|content))?|recommended(?: (?:stories|reading|for you))?|most (?:read|popular|viewed)|trending(?: now)?|more (?:on this story|from .{1,40})|you may also like.*|up next|editor.s picks?|top stories|latest news',
    'tags?|topics|keywords|categories|filed under:?.*|copyright.*|©.*|all rights reserved\\.?|reuters|afp|ap|agencies|staff',
    'поделиться.{0,40}|реклама|комментарии|теги|читайте нас .*|материалы по теме|новости по теме|распечатать|версия для печати',
    'поділитися.{0,40}|реклама|коментарі|теги|матеріали за темою|новини за темою|роздрукувати',
  ].join('|')})[\\W_]*$`,
  'iu',
);

/** Links to other articles, whatever they say. */
const teasers =
  /^[-–•▶►*\s]*(?:(?:read (?:more|also|next)|see also|also read|читайте также|читайте також)(?![\p{L}]).{0,200}|(?:watch|listen|more|related|recommended|don.t miss|tags?|topics?|подробнее|читать далее|по теме|смотрите также|докладніше|дивіться також)(?::.{0,200}|[\s»›→.…]*))$/iu;

/** Whose picture it is, with or without the caption before it. */
const credits = [
  /^[([]?(?:file )?(?:photo|photograph|image|picture|video|graphic|illustration|credit|фото|видео|відео|иллюстрация|ілюстрація)s?(?: (?:by|courtesy|credit))?\s*[:©/|].{0,120}$/iu,
  /^.{0,400}[([](?:file )?(?:ap photo|getty|photo|image|pool|[^()]{1,40}\/(?:reuters|afp|ap|epa|getty))[^()]{0,60}[)\]]\.?$/iu,
  /^[^.!?]{0,160}[/|–-]\s*(?:getty images?|reuters|ap|afp|epa(?:-efe)?|tass|shutterstock|sputnik|ukrinform|anadolu)[^.!?]{0,30}$/iu,
] as const;

/** Cookies, consent, newsletters, apps, accounts. */
const invitations =
  /^(?:.{0,60}\b(?:we|this (?:web)?site|our partners) uses? cookies\b.*|(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences)|(?:subscribe|sign up|log ?in|register|follow us|join us|download (?:the|our) app)\b.{0,160}|(?:подписывайтесь|подпишитесь|підписуйтесь|підпишіться|следите за|стежте за)(?!\p{L}).{0,160}|(?:the )?post .{1,200} (?:first )?appeared (?:first )?on .{1,80})$/iu;

/** A date, a time or a count alone: `Nov 28, 2025 - 02:00`, `Updated: 10:15 GMT`, `0`. */
const dateline =
  /^(?:(?:published|updated|posted|last (?:updated|modified)|опубликовано|обновлено|опубліковано|оновлено)(?: on| at)?:?.{0,60}|(?:\p{L}{3,9},?\s+)?(?:\p{L}{3,9}\.?\s+\d{1,2}|\d{1,2}\s+\p{L}{3,9}\.?|\d{1,2}[./]\d{1,2}[./]),?\s*\d{4}(?:[\s,|–-]+\d{1,2}:\d{2}.{0,12})?|\d{1,2}:\d{2}(?:\s*[a-z]{2,4})?|[\d\s.,]{1,9})$/iu;

const furniture = [widgets, teasers, ...credits, invitations, dateline] as const;
