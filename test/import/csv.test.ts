import { stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCsv, type Row } from "../../src/import/csv.js";
import type { Problem } from "../../src/import/problems.js";
import { writeFolder } from "../support/datasets.js";

async function read(content: string | Uint8Array): Promise<{ rows: Row[]; problems: Problem[] }> {
  const folder = await writeFolder({ "x.csv": content });
  const problems: Problem[] = [];
  const rows: Row[] = [];
  const path = join(folder, "x.csv");
  const { size } = await stat(path);
  for await (const row of readCsv({ path, size }, "x.csv", (problem) => problems.push(problem))) rows.push(row);
  return { rows, problems };
}

describe("a CSV file", () => {
  it.each<[string, string, string[][]]>([
    [
      "rows that end in CRLF",
      "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n",
      [
        ["aaa", "bbb", "ccc"],
        ["zzz", "yyy", "xxx"],
      ],
    ],
    [
      "rows that end in LF",
      "aaa,bbb\nzzz,yyy\n",
      [
        ["aaa", "bbb"],
        ["zzz", "yyy"],
      ],
    ],
    [
      "both in one file",
      "aaa,bbb\r\nzzz,yyy\nc,d\r\n",
      [
        ["aaa", "bbb"],
        ["zzz", "yyy"],
        ["c", "d"],
      ],
    ],
    [
      "a last row without a line break",
      "aaa,bbb\r\nzzz,yyy",
      [
        ["aaa", "bbb"],
        ["zzz", "yyy"],
      ],
    ],
    [
      "quoted cells",
      '"aaa","bbb"\r\nzzz,yyy',
      [
        ["aaa", "bbb"],
        ["zzz", "yyy"],
      ],
    ],
    [
      "quoted line breaks and commas",
      '"aaa","b\r\nbb","c,c"\r\nz,y,x',
      [
        ["aaa", "b\r\nbb", "c,c"],
        ["z", "y", "x"],
      ],
    ],
    ["doubled quotes", '"aaa","b""bb"', [["aaa", 'b"bb']]],
    ["spaces as they are", " aaa , bbb", [[" aaa ", " bbb"]]],
    [
      "empty cells",
      ",\n,",
      [
        ["", ""],
        ["", ""],
      ],
    ],
    [
      "a byte order mark",
      "\ufeffid,name\na,b",
      [
        ["id", "name"],
        ["a", "b"],
      ],
    ],
    ["ragged rows as they are", "a,b\n1\n1,2,3", [["a", "b"], ["1"], ["1", "2", "3"]]],
    ["characters beyond the first plane", "𠮷,😀", [["𠮷", "😀"]]],
    ["nothing", "", []],
  ])("has %s", async (_what, text, cells) => {
    const { rows, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(rows.map((row) => row.cells)).toEqual(cells);
  });

  it.each([
    ["LF", 'id,name\na,"1\n2\n3"\n\n\nb,"4\n5"\nc,d\n', [1, 2, 7, 9]],
    ["CRLF", 'id,name\r\na,"1\r\n2\r\n3"\r\n\r\n\r\nb,"4\r\n5"\r\nc,d\r\n', [1, 2, 7, 9]],
    ["CRLF within cells only", 'id,name\na,"1\r\n\r\n2"\nb,c\n', [1, 2, 5]],
  ])("counts lines as an editor does, where rows have line breaks in cells (%s)", async (_what, text, lines) => {
    expect((await read(text)).rows.map(({ line }) => line)).toEqual(lines);
  });

  it.each([
    ["that is not closed", 'a,b\n1,2\n3,"4\n5,6\n'],
    ["within a cell", 'a,b\n1,2\n3,4"4\n5,6\n'],
    ["followed by more", 'a,b\n1,2\n"3"3,4\n5,6\n'],
  ])("is refused at the row of a quote %s", async (_what, text) => {
    expect((await read(text)).problems).toEqual([
      {
        file: "x.csv",
        line: 3,
        message: expect.stringMatching(/^expected CSV as in RFC 4180 but .*; correct the quotes\.$/) as string,
      },
    ]);
  });
});

describe("a file that is not UTF-8", () => {
  const line = (index: number): string => `company:c-${index},公司${index}\n`;
  const lines = (count: number): string => Array.from({ length: count }, (_, index) => line(index)).join("");
  const bytes = (...parts: (string | number[])[]): Buffer =>
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
  const GBK = [0xb9, 0xab, 0xcb, 0xbe];

  it.each<[string, Buffer, number]>([
    ["in its header", bytes("id,", GBK, "\na,b\n"), 1],
    ["in its second line", bytes("id,name\na,", GBK, "\nb,c\n"), 2],
    ["in a last line without a line break", bytes("id,name\na,b\nc,", GBK), 3],
    ["far beyond the first block", bytes(lines(40_000), "x,", GBK, "\n", lines(10)), 40_001],
    ["in the first line of many", bytes("x,", GBK, "\n", lines(40_000)), 1],
    ["where a character is cut off by a line's end", bytes("id,name\na,", [0xe5, 0x85], "\nb,c\n"), 2],
    ["where a character is cut off by its end", bytes("id,name\na,b\nc,", [0xe5, 0x85]), 3],
    ["because it is UTF-16", Buffer.from("\ufeffid,name\na,b\n", "utf16le"), 1],
    ["because it has surrogates", bytes("id,name\na,", [0xed, 0xa0, 0x80], "\n"), 2],
  ])("is refused with the line: %s", async (_what, content, expected) => {
    expect((await read(content)).problems).toEqual([
      {
        file: "x.csv",
        line: expected,
        message: "expected UTF-8 but got bytes that are not; save the file as UTF-8.",
      },
    ]);
  });

  it("is not one whose characters are torn between blocks", async () => {
    for (const shift of [0, 1, 2]) {
      const { rows, problems } = await read(`${"x".repeat(shift)}${"汉".repeat(200_000)},b\n${lines(30_000)}`);
      expect(problems).toEqual([]);
      expect(rows).toHaveLength(30_001);
      expect(rows[29_999]?.cells).toEqual(["company:c-29998", "公司29998"]);
    }
  });
});
