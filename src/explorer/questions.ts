const queries = import.meta.glob<string>("../../seed/questions/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});
const variables = import.meta.glob<string>("../../seed/questions/*.variables.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** What a tab of the playground begins with. */
export interface Question {
  readonly query: string;
  readonly variables: string;
}

/** A question of the list, in both languages. */
export interface Listed extends Question {
  readonly number: number;
  readonly zh: string;
  readonly en: string;
}

/** The topics of the list, and the numbers of their questions. */
export const TOPICS: readonly { readonly zh: string; readonly en: string; readonly numbers: readonly number[] }[] = [
  { zh: "开发区与高校", en: "Zones and universities", numbers: [1, 8, 11, 7] },
  { zh: "产业链与链主", en: "Chains and leaders", numbers: [2, 10, 18, 19, 20] },
  { zh: "项目", en: "Projects", numbers: [3, 6, 9, 12, 24] },
  { zh: "资金与股权", en: "Money and ownership", numbers: [4, 21, 22] },
  { zh: "政策与统计", en: "Policy and figures", numbers: [5, 23] },
  { zh: "查找与网络", en: "Finding and networks", numbers: [13, 14, 15, 16, 17] },
];

const comment = (line: string | undefined): string => (line ?? "").replace(/^#\s*/, "");

/** The seed's questions in the order of their numbers; each begins with itself in Chinese, then in English. */
export const questions: readonly Listed[] = Object.entries(queries)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([path, query]) => {
    const [zh, en] = query.split("\n");
    return {
      number: Number(/(\d+)-[^/]*$/.exec(path)?.[1]),
      zh: comment(zh),
      en: comment(en),
      query,
      variables: variables[path.replace(/graphql$/, "variables.json")] ?? "",
    };
  });
