import { csv, type Files, SMALL } from "../support/datasets.js";

const COMPANY = "id:ID,name,nameEn";
const PROJECT = "id:ID,name,status,targetDate,investmentCny:float,phaseCount:int,facilities:string[]";
const OWNS = "id,:START_ID,:END_ID,sharePercent:float,citations:string[]";

/** A file of companies. */
export const company = (...rows: readonly string[]): Files => ({ "nodes/company.csv": csv(COMPANY, ...rows) });
const project = (...rows: readonly string[]): Files => ({ "nodes/project.csv": csv(PROJECT, ...rows) });

/** A file of OWNS. */
export const owns = (...rows: readonly string[]): Files => ({ "relationships/owns.csv": csv(OWNS, ...rows) });

/** The small dataset without facts, where every company and project that is referred to is there. */
export const SOUND: Files = { ...SMALL, "facts.csv": undefined, "relationships/owns.csv": undefined };
const SOUND_COMPANIES = ["company:one,一,", "company:two,二,"];

/** What is wrong with a folder, the files that differ from a sound one, and every problem: file:line:column: message. */
export type Mistake = readonly [string, Files, readonly string[]];

/** Mistakes in rows and headers of nodes and relationships. */
export const rowMistakes: readonly Mistake[] = [
  [
    "no id",
    company(...SOUND_COMPANIES, ",三,"),
    ["nodes/company.csv:4:id: expected an id as company:… but the cell is empty; give one that stays."],
  ],
  [
    "an id twice",
    company(...SOUND_COMPANIES, "company:two,又,"),
    [
      "nodes/company.csv:4:id: expected each id once but company:two is there twice; remove one row or give it another id.",
    ],
  ],
  [
    "an id of another kind",
    company(...SOUND_COMPANIES, "zone:three,三,"),
    [
      'nodes/company.csv:4:id: expected an id as company:… but got "zone:three"; begin it so, or move the row to the file of its kind.',
    ],
  ],
  ...(
    [
      ["company:a b", "company:a-b"],
      ["company:a|b", "company:a-b"],
      ["company:a;b", "company:a-b"],
      ["company:a~b", "company:a-b"],
      ["company:（甲）", "company:(甲)"],
      ["company:ＡＢ１", "company:AB1"],
      ["company:𠮷甲", "company:甲"],
      ["company:", "company:…"],
    ] as const
  ).map(([id, corrected]): [string, Files, string[]] => [
    `the id "${id}"`,
    company(...SOUND_COMPANIES, `${id},三,`),
    [
      `nodes/company.csv:4:id: expected company: and then no spaces, | ; " ~, emoji or full-width forms but got ${JSON.stringify(id)}; write "${corrected}".`,
    ],
  ]),
  [
    "no name",
    company(...SOUND_COMPANIES, "company:three,,Three"),
    ["nodes/company.csv:4:name: expected a value but the cell is empty; fill it in."],
  ],
  [
    "an unknown column",
    { "nodes/company.csv": csv("id:ID,name,colour", "company:one,一,red") },
    [
      'nodes/company.csv:1:colour: expected a property of Company but it has none called "colour"; it has name, nameEn, aliases.',
    ],
  ],
  [
    "a column of neo4j-admin that has no place here",
    { "nodes/company.csv": csv("id:ID,name,:LABEL", "company:one,一,Company") },
    [
      'nodes/company.csv:1::LABEL: expected a property of Company but it has none called ":LABEL"; it has name, nameEn, aliases.',
    ],
  ],
  [
    "a column twice",
    { "nodes/company.csv": csv("id:ID,name,name:string", "company:one,一,二") },
    ["nodes/company.csv:1:name:string: expected each column once but got name twice; remove one."],
  ],
  [
    "no column of ids",
    { "nodes/product.csv": csv("name", "产品") },
    ["nodes/product.csv:1: expected a column id:ID but there is none; add it."],
  ],
  [
    "no columns of ends",
    { "relationships/owns.csv": csv("id,sharePercent", "owns:a,1") },
    [
      "relationships/owns.csv:1: expected a column :START_ID but there is none; add it.",
      "relationships/owns.csv:1: expected a column :END_ID but there is none; add it.",
    ],
  ],
  [
    "types in headers that disagree with the model",
    {
      "nodes/project.csv": csv(
        "id:ID,name:int,investmentCny:string,phaseCount:float,facilities:string,citations:string",
        "project:plant,电站,1,2,厂房,source:page||",
      ),
    },
    [
      "nodes/project.csv:1:name:int: expected the type string but got int; correct it or leave it out.",
      "nodes/project.csv:1:investmentCny:string: expected the type float but got string; correct it or leave it out.",
      "nodes/project.csv:1:phaseCount:float: expected the type int but got float; correct it or leave it out.",
      "nodes/project.csv:1:facilities:string: expected the type string[] but got string; correct it or leave it out.",
      "nodes/project.csv:1:citations:string: expected the type string[] but got string; correct it or leave it out.",
    ],
  ],
  [
    "an empty file",
    { "nodes/product.csv": "" },
    ["nodes/product.csv:1: expected a header but the file is empty; write one or remove the file."],
  ],
  [
    "ragged rows",
    company(...SOUND_COMPANIES, "company:three,三", "company:four,四,Four,4"),
    [
      "nodes/company.csv:4: expected 3 cells as in the header but got 2; check commas and quotes.",
      "nodes/company.csv:5: expected 3 cells as in the header but got 4; check commas and quotes.",
    ],
  ],
  ...["2023-13", "2023-02-30", "23", "2023/03", "明年"].map((date): [string, Files, string[]] => [
    `the date ${date}`,
    project(`project:plant,电站,,${date},,,`),
    [`nodes/project.csv:2:targetDate: expected a date as 2023, 2023-03 or 2023-03-10 but got "${date}"; write it so.`],
  ]),
  ...["46亿", '"1,000"', "1e999", "0x10", "NaN", " 1"].map((number): [string, Files, string[]] => [
    `the number ${number}`,
    project(`project:plant,电站,,,${number},,`),
    [
      `nodes/project.csv:2:investmentCny:float: expected a number but got ${JSON.stringify(number.replaceAll('"', ""))}; write digits, without unit or separators.`,
    ],
  ]),
  ...["1.5", "2147483648"].map((number): [string, Files, string[]] => [
    `the whole number ${number}`,
    project(`project:plant,电站,,,,${number},`),
    [`nodes/project.csv:2:phaseCount:int: expected a whole number below 2147483648 but got "${number}"; round it.`],
  ]),
  [
    "a value that an enum does not have",
    project("project:plant,电站,planned,,,,"),
    [
      'nodes/project.csv:2:status: expected one of PLANNED, SIGNED, UNDER_CONSTRUCTION, AWAITING_PRODUCTION, IN_PRODUCTION but got "planned"; write one of them.',
    ],
  ],
  [
    "a value that an enum has only by inheritance",
    project("project:plant,电站,toString,,,,"),
    [
      'nodes/project.csv:2:status: expected one of PLANNED, SIGNED, UNDER_CONSTRUCTION, AWAITING_PRODUCTION, IN_PRODUCTION but got "toString"; write one of them.',
    ],
  ],
  [
    "a list with an empty item",
    project("project:plant,电站,,,,,厂房;;仓库"),
    [
      'nodes/project.csv:2:facilities:string[]: expected items joined by ; but one of "厂房;;仓库" is empty; leave out the ; beside it.',
    ],
  ],
  [
    "a truth value in other words",
    { "relationships/partners-with.csv": csv(":START_ID,:END_ID,planned", "zone:zuoyun,university:tyut,yes") },
    ['relationships/partners-with.csv:2:planned: expected true or false but got "yes"; write one of them.'],
  ],
  [
    "an end that is nowhere",
    owns(",company:nobody,project:plant,,"),
    [
      'relationships/owns.csv:2::START_ID: expected an entity of this folder or of the graph but found none called "company:nobody"; add its row or correct the id.',
    ],
  ],
  [
    "ends that are empty",
    owns(",,project:plant,,", "owns:x,company:one,,,"),
    [
      "relationships/owns.csv:2::START_ID: expected an id but the cell is empty; name an entity.",
      "relationships/owns.csv:3::END_ID: expected an id but the cell is empty; name an entity.",
    ],
  ],
  [
    "ends of kinds that it does not join",
    owns(",company:one,region:datong,,", ",company:one,nothing,,"),
    ["region:datong", "nothing"].map(
      (id, index) =>
        `relationships/owns.csv:${index + 2}::END_ID: expected the id of Company, Project but got "${id}"; OWNS joins no other kinds there.`,
    ),
  ],
  [
    "a relationship twice",
    owns(",company:one,project:plant,1,", ",company:one,project:plant,2,"),
    [
      "relationships/owns.csv:3:id: expected an empty id once for these ends but company:one and project:plant are joined twice; give the second an id of its own.",
    ],
  ],
  [
    "an id of a relationship twice",
    owns("owns:a,company:one,project:plant,1,", "owns:a,company:two,project:plant,2,"),
    [
      "relationships/owns.csv:3:id: expected each id once but owns:a is there twice; remove one row or give it another id.",
    ],
  ],
  [
    "an id of another type of relationship",
    owns("leads:a,company:one,project:plant,1,"),
    [
      'relationships/owns.csv:2:id: expected an id as owns:… but got "leads:a"; begin it so, or move the row to the file of its kind.',
    ],
  ],
  ...["source:page", "source:page|A1", "page|A1|2", "source:page|A1|第二", "source:page|A1|2|3"].map(
    (citation): [string, Files, string[]] => [
      `the citation ${citation}`,
      owns(`,company:one,project:plant,,${citation}`),
      [
        `relationships/owns.csv:2:citations:string[]: expected citations as source-id|article|paragraph, joined by ; but got "${citation}"; leave article or paragraph empty where there is none.`,
      ],
    ],
  ),
  [
    "a citation of what is no source",
    owns(",company:one,project:plant,,project:plant||"),
    [
      'relationships/owns.csv:2:citations: expected the id of a Source, source:…, but got "project:plant"; cite where it was read.',
    ],
  ],
  [
    "a citation of an unknown source",
    owns(",company:one,project:plant,,source:lost|A1|1"),
    [
      'relationships/owns.csv:2:citations: expected a source of this folder or of the graph but found none called "source:lost"; add its row or correct the citation.',
    ],
  ],
  [
    "mistakes in rows that others refer to, each reported once",
    { ...company("company:one,,"), ...owns(",company:one,project:plant,half,") },
    [
      "nodes/company.csv:2:name: expected a value but the cell is empty; fill it in.",
      'relationships/owns.csv:2:sharePercent:float: expected a number but got "half"; write digits, without unit or separators.',
    ],
  ],
  [
    "lines behind line breaks in cells",
    company('company:one,"一\r\n号",', 'company:two,"二\n\n号",', "zone:x,三,"),
    [
      'nodes/company.csv:7:id: expected an id as company:… but got "zone:x"; begin it so, or move the row to the file of its kind.',
    ],
  ],
];
