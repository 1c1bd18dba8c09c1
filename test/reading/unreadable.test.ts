import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.ts';
import { setting } from './setting.ts';

/** News of the invented states in languages that are not read, each with a quotation and a cue. */
const languages: [language: string, text: string][] = [
  [
    'Russian',
    'Министр сообщил о переговорах\n\n«Мы готовы к переговорам», — заявил президент Антон Берг в понедельник в Торвике. По его словам, соглашение будет подписано до конца года, а проливы останутся открытыми. Представитель союза отметил, что капитаны ждут ответа.',
  ],
  [
    'Ukrainian',
    'Міністр розповів про перемовини\n\n«Ми готові до перемовин», — заявив президент Антон Берг у понеділок у Торвіку. За його словами, угоду буде підписано до кінця року, а протоки залишаться відкритими. Речник спілки зазначив, що капітани чекають на відповідь.',
  ],
  [
    'German',
    'Minister kündigt Gespräche an\n\n„Wir sind zu Gesprächen bereit“, sagte Präsident Anton Berg am Montag in Torvik. Das Abkommen solle noch in diesem Jahr unterzeichnet werden, und die Meerenge bleibe offen. Ein Sprecher der Union erklärte, die Kapitäne warteten auf eine Antwort.',
  ],
  [
    'French',
    'Le ministre annonce des pourparlers\n\n« Nous sommes prêts à discuter », a déclaré lundi le président Anton Berg à Torvik. Selon lui, l’accord sera signé avant la fin de l’année et les détroits resteront ouverts. Un porte-parole du syndicat a indiqué que les capitaines attendaient une réponse.',
  ],
  [
    'Spanish',
    'El ministro anuncia conversaciones\n\n«Estamos listos para negociar», dijo el lunes el presidente Anton Berg en Torvik. Según él, el acuerdo se firmará antes de fin de año y los estrechos seguirán abiertos. Un portavoz del sindicato señaló que los capitanes esperan una respuesta.',
  ],
  [
    'Arabic',
    'الوزير يعلن عن محادثات\n\nقال الرئيس أنطون بيرغ يوم الاثنين في تورفيك: «نحن مستعدون للحوار». وأضاف أن الاتفاق سيوقع قبل نهاية العام وأن المضائق ستبقى مفتوحة. وقال متحدث باسم الاتحاد إن القباطنة ينتظرون الرد.',
  ],
];

test.each(languages)('%s is not read', (_, text) =>
  expect(read(text, setting)).toEqual({ statements: [], note: 'not English' }),
);

describe('pages without prose', () => {
  const pages: [what: string, lines: string[]][] = [
    ['a menu', ['Home', 'World', 'Politics', 'Sport', 'Contact us', 'Subscribe now', 'Privacy policy']],
    [
      'headlines alone',
      ['Latest headlines', '', 'Berg says accord is near', 'Holm warns of delay', '‘No deal,’ says union'],
    ],
    [
      'a table with tabs',
      ['Port\tShips\tFees', 'Torvik\t12\t3,400', 'Marenza\t8\t2,150', 'Total\t20\t5,550'],
    ],
    ['a table with bars', ['Party | Seats | Change', 'Liberals | 45 | +3', 'Union | 12 | 0']],
  ];
  test.each(pages)('%s', (_, lines) =>
    expect(read(lines.join('\n'), setting)).toEqual({ statements: [], note: 'no prose' }),
  );
});

test.each([
  ['nothing', '', 'no text'],
  ['line breaks', '\n\r\n\u2028', 'no text'],
  [
    'a picture',
    '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0000said “yes”\u0001\u0002',
    'not text',
  ],
])('%s', (_, text, note) => expect(read(text, setting)).toEqual({ statements: [], note }));

test('an English text with a foreign quotation is read', () => {
  const text =
    'Talks in Torvik\n\nPresident Anton Berg said “мы готовы к переговорам” to the crews in the hall.';
  expect(read(text, setting)).toMatchObject({ note: null, statements: [{ kind: 'mixed' }] });
});
