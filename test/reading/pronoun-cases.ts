/**
 * Short news passages whose last statement is somebody's by a pronoun: who a careful editor says it is, `null` where the
 * passage does not tell. The passages were written, and labelled, before the reading saw any of them.
 */
export const pronounCases: readonly (readonly [
  what: string,
  paragraphs: readonly string[],
  speaker: string | null,
])[] = [
  [
    'a man in the sentence before',
    [
      'Marcus Vell, the finance chief, dropped his objections to the harbour budget on Tuesday.',
      '“We had no better offer,” he said.',
    ],
    'Marcus Vell',
  ],
  [
    'a woman in the sentence before',
    ['Helen Strand walked out of the hearing before noon.', 'She said the committee had ignored the nurses.'],
    'Helen Strand',
  ],
  [
    'the words come first',
    [
      'Daniel Orr has run the ferry company since 2009.',
      'The winter timetable will be cut by a third, he said.',
    ],
    'Daniel Orr',
  ],
  [
    'a speaker goes on in the next paragraph',
    [
      'Laura Penn said the bridge would stay closed until spring.',
      '“Nobody will drive on it before the inspection,” she added.',
    ],
    'Laura Penn',
  ],
  [
    'a speaker goes on after two sentences of background',
    [
      'Laura Penn said the bridge would stay closed until spring.',
      'It was built in 1961. Two lorries a minute use it.',
      'She said the detour would cost hauliers dearly.',
    ],
    'Laura Penn',
  ],
  [
    'a man and a woman, he',
    [
      'Robert Hale and Susan Frey shared a stage in Lisbon on Friday.',
      'He called the tariff a gift to smugglers.',
    ],
    'Robert Hale',
  ],
  [
    'a man and a woman, she',
    [
      'Robert Hale and Susan Frey shared a stage in Lisbon on Friday.',
      'She warned that the tariff would close mills.',
    ],
    'Susan Frey',
  ],
  [
    'he spoke last, she is asked for',
    [
      'Emily Stone opened the meeting with a minute of silence.',
      'Thomas Reed said the dam could not be saved.',
      'She told reporters that the village would be moved.',
    ],
    'Emily Stone',
  ],
  [
    'a first name that tells nothing, once the only person',
    [
      'Temesgen Abay took over the grain board in March.',
      'Prices will not fall before the harvest, he said.',
    ],
    'Temesgen Abay',
  ],
  [
    'a first name that tells nothing, her shoes tell',
    [
      'Nyaradzo Chuma lost her seat in the spring vote.',
      'Peter Grant, who won it, thanked the poll workers.',
      '“I will be back,” she said.',
    ],
    'Nyaradzo Chuma',
  ],
  [
    'a first name that tells nothing, his wife tells',
    [
      'Oyelaran Bisi moved his family to the coast last year.',
      'The new mayor, Anna Lind, came to see the camp.',
      'He said the wells had run dry.',
    ],
    'Oyelaran Bisi',
  ],
  [
    'two first names that tell nothing',
    [
      'Temesgen Abay met Nyaradzo Chuma at the airport in Addis Ababa.',
      'He said the grain would arrive within days.',
    ],
    null,
  ],
  [
    'the one first name that tells nothing beside a woman',
    ['Susan Frey received Jibek Toktorov in Geneva.', 'He promised an answer by Sunday.'],
    'Jibek Toktorov',
  ],
  [
    'an Asian name after a title of respect',
    [
      'Ms. Phuong Dao, a shipowner, testified for two hours.',
      'Mr. Trang Le, her partner, sat behind the lawyers.',
      'She said the crew had never been paid late.',
    ],
    'Phuong Dao',
  ],
  [
    'the spokeswoman',
    [
      'Port spokeswoman Kaja Rebane confirmed the fire.',
      'Two cranes were damaged.',
      'She said nobody had been hurt.',
    ],
    'Kaja Rebane',
  ],
  [
    'the spokesman in apposition',
    [
      'Imre Halas, a spokesman for the railway, confirmed the delay.',
      'Rail minister Dora Kis did not comment.',
      'He said the signal box had been flooded.',
    ],
    'Imre Halas',
  ],
  [
    'a prime minister whose office tells nothing',
    [
      'Prime Minister Sanaa Torvald faces a vote on Monday.',
      'Her coalition has lost two members since May.',
      'She said she would not resign.',
    ],
    'Sanaa Torvald',
  ],
  [
    'the chairwoman by an office behind the name',
    [
      'Jules Marchand questioned the figures of Renée Caron, chairwoman of the audit board.',
      'She said every invoice had been checked.',
    ],
    'Renée Caron',
  ],
  [
    'the businessman',
    [
      'The businessman Ozan Tekin bought the newspaper from Gisela Brandt.',
      'He said the newsroom would keep its freedom.',
    ],
    'Ozan Tekin',
  ],
  [
    'a congresswoman and her rival',
    [
      'Congresswoman Shay Whitlow met her challenger, Councilman Kerry Dunne, on Sunday night.',
      'She said the road bill was overdue.',
    ],
    'Shay Whitlow',
  ],
  [
    'a councilman and his rival',
    [
      'Congresswoman Shay Whitlow met her challenger, Councilman Kerry Dunne, on Sunday night.',
      'He said the road bill was a bribe.',
    ],
    'Kerry Dunne',
  ],
  [
    'Lady and Sir',
    ['Sir Aubrey Finch and Lady Hollis Marsh disagreed over the museum.', 'He said the roof came first.'],
    'Aubrey Finch',
  ],
  [
    'a queen',
    [
      'Queen Ingmar opened the parliament with a short speech.',
      'Prime Minister Lars Holt listened from the front row.',
      'She said the north had been forgotten.',
    ],
    'Ingmar',
  ],
  [
    'an actress',
    ['The actress Robin Sayer came to court with the director Michael Dane.', '“It is over,” she said.'],
    'Robin Sayer',
  ],
  [
    'a mother of three',
    [
      'Jamie Coyle, a mother of three from Leeds, has waited for a flat since June.',
      'Housing chief David Marr said the list was long.',
      'She said the letters had stopped.',
    ],
    'Jamie Coyle',
  ],
  [
    'a body between',
    [
      'Olga Brenner runs the largest clinic in the valley.',
      'The Health Agency closed two wards there in May.',
      '“We were never told why,” she said.',
    ],
    'Olga Brenner',
  ],
  [
    'a state and a body between',
    [
      'Foreign Minister Paul Kestner flew home early.',
      'Norland had recalled its envoy, and the Harbour Union postponed the summit.',
      'He said the talks were not dead.',
    ],
    'Paul Kestner',
  ],
  [
    'a body that spoke between',
    [
      'Andrew Stokes lost two ships in the storm.',
      'The Coast Guard said the warning had gone out in time.',
      'He said no warning had reached the crews.',
    ],
    'Andrew Stokes',
  ],
  [
    'a company with a person’s name',
    [
      'Maria Keller joined Hugo Boss in 2011 as a lawyer.',
      'She said the company had treated its tailors fairly.',
    ],
    'Maria Keller',
  ],
  [
    'a place with a person’s name',
    [
      'Victor Lang spoke in San Jose on Wednesday.',
      'Fort Henry and Charlotte are next on the tour.',
      'He said the crowds were growing.',
    ],
    'Victor Lang',
  ],
  [
    'a newspaper between',
    [
      'Clara Winther left the ministry in 2019.',
      'The Daily Courier printed her letters last week.',
      'She said they were private.',
    ],
    'Clara Winther',
  ],
  [
    'two men as one subject',
    ['Peter Hargreaves and Simon Cole left the palace together.', 'He said the king was well.'],
    null,
  ],
  [
    'two women as one subject',
    ['Anna Lind and Julia Roth signed the letter on Thursday.', 'It names no date, she said.'],
    null,
  ],
  [
    'subject before object, two men',
    [
      'Peter Hargreaves criticised Simon Cole in front of the cameras.',
      '“I expected more from this council,” he said.',
    ],
    'Peter Hargreaves',
  ],
  [
    'two men, the second spoke last',
    [
      'Peter Hargreaves asked for more time.',
      'Simon Cole said there was none.',
      '“The ship sails on Friday,” he said.',
    ],
    'Simon Cole',
  ],
  [
    'two women, the second is the subject of the last sentence',
    [
      'Anna Lind said the school was safe.',
      'Julia Roth has taught there for nine years.',
      '“The roof leaks in every room,” she said.',
    ],
    'Julia Roth',
  ],
  [
    'two men, the other one is told',
    ['Simon Cole and Peter Hargreaves met in the lobby.', '“Go home,” he told Cole.'],
    'Peter Hargreaves',
  ],
  [
    'two men, one of them inside his words',
    ['Simon Cole spent the evening with the strikers.', 'Peter Hargreaves has stayed away, he said.'],
    'Simon Cole',
  ],
  [
    'two men in one sentence after the other, as equals',
    ['The chair went to Peter Hargreaves, and the treasury to Simon Cole.', 'He said he was honoured.'],
    null,
  ],
  [
    'a predecessor in passing',
    [
      'Mayor Greg Tully took office in January after Frank Ossian retired.',
      'He said the debts were worse than anyone knew.',
    ],
    'Greg Tully',
  ],
  [
    'someone’s lawyer',
    [
      'Nora Field’s lawyer, Beth Sanger, left the court without a word for her client’s family.',
      'Later she said the verdict would be appealed.',
    ],
    'Beth Sanger',
  ],
  [
    'a possessor is not the speaker',
    ['Simon Cole’s brother, Walter Cole, drove the van.', 'He said the brakes had failed.'],
    'Walter Cole',
  ],
  [
    'a person inside a quotation',
    ['Ellen Marks said: “Ruth Adler knew about the leak for years.”', 'She said the files proved it.'],
    'Ellen Marks',
  ],
  [
    'a person inside a quotation, alone of the gender outside it',
    ['Judge Ian Pell read the charge aloud.', '“Ask Victor Ames where the money is,” he said.'],
    'Ian Pell',
  ],
  [
    'the quoted man does not speak',
    [
      'Grace Odell wrote to the board on Monday. “Arthur Ness has no licence,” the letter said.',
      'She said the board had not replied.',
    ],
    'Grace Odell',
  ],
  [
    'only a quoted man fits',
    ['Grace Odell said: “Arthur Ness has no licence.”', 'He said the papers were in order.'],
    'Arthur Ness',
  ],
  [
    'pronouns in the words are not the speaker',
    ['Carl Winter watched the debate from home.', '“She lied, and he knew that she lied,” he said.'],
    'Carl Winter',
  ],
  [
    'a pronoun in the words names somebody else',
    ['Carl Winter defended Senator Joan Pike.', '“She has done nothing wrong,” he said.'],
    'Carl Winter',
  ],
  [
    'a surname alone with Mr.',
    ['Mr. Castellan read the will to the heirs.', 'He said the house would be sold.'],
    'Castellan',
  ],
  [
    'a surname alone with Mrs. between men',
    ['Mrs. Delacroix met the surveyors, Paul Benn and Otto Graf.', 'She said the wall was hers.'],
    'Delacroix',
  ],
  [
    'full name once, surname afterwards',
    [
      'Philip Amory bought the mill in 1998.',
      'Workers liked him. In 2004 Amory closed it.',
      'He said the river was to blame.',
    ],
    'Philip Amory',
  ],
  [
    'a dynasty: the surname is shared',
    ['Philip Amory and his son Edmund Amory closed the mill.', 'He said the river was to blame.'],
    null,
  ],
  [
    'the woman has no name',
    [
      'Police led a woman out of the chapel while Captain Rolf Meier cleared the square.',
      'She said the doors had been locked from outside.',
    ],
    null,
  ],
  [
    'a neighbour has no name',
    ['A neighbour watched the search from his balcony.', 'He said the lights had been on all night.'],
    null,
  ],
  [
    'an unnamed man after a named one',
    [
      'Judge Ian Pell left by the back door.',
      'A man in a grey coat was waiting outside.',
      'He said the verdict was a disgrace.',
    ],
    null,
  ],
  [
    'an unnamed official after a named man',
    [
      'Defence Minister Karl Aust arrived on Tuesday.',
      'A senior official briefed reporters on the plane.',
      'He said the pact was all but done.',
    ],
    null,
  ],
  [
    'an unnamed woman, and only a man is named',
    [
      'Defence Minister Karl Aust shook hands with a teacher from Brno.',
      'She said her pupils had learned to sleep in cellars.',
    ],
    null,
  ],
  [
    'apposition behind the name',
    [
      'Tilda Gray, the union’s youngest leader, spoke after Harold Finn, its oldest.',
      'She said the pension vote would be close.',
    ],
    'Tilda Gray',
  ],
  [
    'apposition before the name',
    [
      'The region’s best-known farmer, Anton Huber, opened the market.',
      'He said the spring had been too dry.',
    ],
    'Anton Huber',
  ],
  [
    'a man in a relative clause',
    [
      'Oscar Flynn, who replaced Gordon Shaw in June, faces his first strike.',
      'He said the offer was final.',
    ],
    'Oscar Flynn',
  ],
  [
    'a woman in a relative clause',
    [
      'Theresa Boyle, who once worked for Margaret Eames, runs the inquiry.',
      '“Nobody is above it,” she said.',
    ],
    'Theresa Boyle',
  ],
  [
    'who, then he',
    ['Police arrested Rudi Lang, who denied the theft.', 'He said the painting was a copy.'],
    'Rudi Lang',
  ],
  [
    'the candidate of a party, by a nominal',
    [
      'Senator Doug Merrill toured three counties on Saturday.',
      'The GOP candidate shook hands for an hour at the fair.',
      'He said the county was his home.',
    ],
    'Doug Merrill',
  ],
  [
    'the nominee between, and a rival named later',
    [
      'Judith Carver addressed the steelworkers on Saturday.',
      'The Labour nominee did not name her rival, Colin Wade.',
      'She said the furnaces would stay lit.',
    ],
    'Judith Carver',
  ],
  [
    'a former governor by a nominal',
    [
      'Bill Tanner never liked the capital.',
      'The former governor returned on Monday to testify.',
      '“I came because they asked,” he said.',
    ],
    'Bill Tanner',
  ],
  [
    'a passive with an agent',
    [
      'Vera Molnar was questioned by Detective Sally Burke for six hours.',
      'She said she had slept through the fire.',
    ],
    'Vera Molnar',
  ],
  [
    'a passive without an agent',
    [
      'Hamish Doyle was freed on Wednesday after nine days.',
      'His employer, Kirsty Blake, met him at the gate.',
      '“They treated me well,” he said.',
    ],
    'Hamish Doyle',
  ],
  [
    'a passive agent of the other gender',
    ['Vera Molnar was questioned by Detective Owen Burke for six hours.', 'He said her story did not hold.'],
    'Owen Burke',
  ],
  [
    'a question asked',
    ['Asked about the strike, Liam Foster shrugged.', 'He said the trains would run.'],
    'Liam Foster',
  ],
  [
    'it, of a ministry',
    ['The Health Agency said the vaccine had arrived.', 'It said the first doses would go to nurses.'],
    'Health Agency',
  ],
  ['it, of a state', ['Norland said the accord was near.', 'It added that no date had been set.'], 'Norland'],
  [
    'they, of two states',
    ['Norland and Suderia said the straits would open.', 'They said that pilots would be sent at once.'],
    'Norland + Suderia',
  ],
  [
    'they, of unnamed officials',
    ['Two officials described the plan on condition of anonymity.', 'They said the cabinet had not seen it.'],
    null,
  ],
  [
    'it, of nothing that speaks',
    ['President Anton Berg signed the decree on Monday.', 'It said the straits were closed.'],
    null,
  ],
  [
    'he, of a man named only in the title of his office',
    [
      'President Anton Berg met Ambassador Yael Navon on the frigate.',
      'The ambassador brought a letter from her government.',
      'She said it spoke for itself.',
    ],
    'Yael Navon',
  ],
  [
    'Pope, by a name with a number',
    [
      'Pope Clement XX greeted the sailors in the rain.',
      'Their captain, Rosa Neri, gave him a lamp.',
      'He said the sea belongs to nobody.',
    ],
    'Clement XX',
  ],
  [
    'a daughter and her father',
    ['Sasha Lorne visited her father, Desmond Lorne, in prison.', 'She said he had lost weight.'],
    'Sasha Lorne',
  ],
  [
    'a subordinate clause first',
    [
      'When Aaron Wolfe resigned, Judge Felix Kramer was on holiday.',
      'He said the news had reached him by radio.',
    ],
    'Felix Kramer',
  ],
  [
    'while she spoke, another one listened',
    ['As Monica Vale listened, Irene Post took the floor.', 'She said the harbour could wait no longer.'],
    'Irene Post',
  ],
  [
    'according to him',
    [
      'Louis Renard keeps bees on the roof of the opera.',
      'The honey sells out within a day, according to him.',
    ],
    'Louis Renard',
  ],
];
