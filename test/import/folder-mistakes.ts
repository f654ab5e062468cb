import { expect } from "vitest";
import { csv, described, type Files } from "../support/datasets.js";
import type { Mistake } from "./row-mistakes.js";

const FACTS = "subject,property,value,unit,qualifier,planned,asOf,citation";
const facts = (...rows: readonly string[]): Files => ({ "facts.csv": csv(FACTS, ...rows) });

/** Mistakes in facts, in the description, and in what files there are. */
export const folderMistakes: readonly Mistake[] = [
  [
    "facts that are nobody's or say nothing",
    facts(
      "project:plant,jobs,1,人,EXACT,false,2024,source:page||",
      "project:lost,jobs,1,人,EXACT,false,2024,source:page||",
      ",Jobs,,,SOME,maybe,then,page",
      "project:plant,jobs,1,人,ILLEGIBLE,false,,source:lost||",
      "project:plant,jobs,1,人,EXACT,false,,source:lost||",
    ),
    [
      "facts.csv:4:subject: expected the id of an entity or relationship but the cell is empty; name one.",
      'facts.csv:4:property: expected a name as headcountTrained but got "Jobs"; use letters and digits.',
      'facts.csv:4:qualifier: expected one of EXACT, ABOUT, OVER, AT_MOST, ILLEGIBLE but got "SOME"; write one of them.',
      "facts.csv:4:value: expected a value, or none with the qualifier ILLEGIBLE; give one or change the qualifier.",
      'facts.csv:4:planned: expected true or false but got "maybe"; write one of them.',
      'facts.csv:4:asOf: expected a date as 2023, 2023-03 or 2023-03-10 but got "then"; write it so.',
      'facts.csv:4:citation: expected source-id|article|paragraph but got "page"; leave article or paragraph empty where there is none.',
      "facts.csv:5:value: expected a value, or none with the qualifier ILLEGIBLE; give one or change the qualifier.",
      'facts.csv:3:subject: expected the id of an entity or relationship of this folder but got "project:lost"; correct it or add its row.',
      'facts.csv:6:citation: expected a source of this folder or of the graph but found none called "source:lost"; add its row or correct the citation.',
    ],
  ],
  [
    "columns of facts and terms that are none",
    { "facts.csv": csv("subject,property,value", "a,b,c"), "terms.csv": csv("property,zh,en,fr", "a,b,c,d") },
    [
      "terms.csv:1: expected the columns property, zh, en but fr is unknown; correct the header.",
      "facts.csv:1: expected the columns subject, property, value, unit, qualifier, planned, asOf, citation but unit is missing, qualifier is missing, planned is missing, asOf is missing, citation is missing; correct the header.",
    ],
  ],
  [
    "ragged facts",
    facts("project:plant,jobs,1"),
    ["facts.csv:2: expected 8 cells as in the header but got 3; check commas and quotes."],
  ],
  [
    "files that are not of the model",
    { "nodes/planet.csv": "", "relationships/owns.txt": "", "notes.csv": "" },
    [
      expect.stringMatching(
        /^nodes\/planet\.csv: expected a file of the model but it has none of this name; files here are .*company\.csv, /,
      ),
      expect.stringMatching(/^relationships\/owns\.txt: expected a file of the model .* located-in\.csv, /),
      "notes.csv: expected only dataset.json, nodes, relationships, facts.csv, terms.csv, questions, README.md but got this file; move it away or correct its name.",
    ],
  ],
  [
    "no dataset.json",
    { "dataset.json": undefined },
    [
      'dataset.json: expected the file that describes the dataset but there is none; write {"id": "my-data", "title": "…"}.',
    ],
  ],
  [
    "a dataset.json that is no JSON",
    { "dataset.json": "{ id: small }" },
    [expect.stringMatching(/^dataset\.json: expected JSON in UTF-8 but it cannot be read \(.+\); correct it\.$/)],
  ],
  [
    "a dataset.json that is not UTF-8",
    { "dataset.json": Buffer.from('{"id":"small","title":"\xe9"}', "latin1") },
    [expect.stringMatching(/^dataset\.json: expected JSON in UTF-8 but it cannot be read \(.+\); correct it\.$/)],
  ],
  [
    "a dataset.json with keys and values that are none",
    { "dataset.json": JSON.stringify({ id: "Small Data", date: "soon", sources: ["source:lost"], owner: "me" }) },
    [
      'dataset.json:id: expected lower-case letters, digits, dots and hyphens but got "Small Data"; correct it.',
      "dataset.json:title: expected a text but got nothing; correct it.",
      'dataset.json:date: expected a date as 2023, 2023-03 or 2023-03-10 but got "soon"; correct it.',
      "dataset.json: expected an object with id, title and perhaps description, date, sources but got owner; correct it.",
    ],
  ],
  [
    "a dataset.json that is a list",
    { "dataset.json": "[1]" },
    ["dataset.json: expected an object with id, title and perhaps description, date, sources but got [1]; correct it."],
  ],
  [
    "a name that is empty, beside what a file manager leaves",
    { "nodes/.DS_Store": "x", "nodes/product.csv": csv("id:ID,name", "product:a,") },
    ["nodes/product.csv:2:name: expected a value but the cell is empty; fill it in."],
  ],
  [
    "a dataset whose source is nowhere",
    { "dataset.json": described("small", { sources: ["source:lost"] }) },
    [
      'dataset.json:sources: expected a source of this folder or of the graph but found none called "source:lost"; add its row or correct the citation.',
    ],
  ],
  [
    "bytes that are not UTF-8",
    { "nodes/product.csv": Buffer.from("id:ID,name\nproduct:a,b\nproduct:c,\xe9\n", "latin1") },
    ["nodes/product.csv:3: expected UTF-8 but got bytes that are not; save the file as UTF-8."],
  ],
];
