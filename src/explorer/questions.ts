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

/** The seed's questions in the order of their numbers; GraphiQL titles a tab by the name of its operation. */
export const questions: readonly Question[] = Object.entries(queries)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([path, query]) => ({ query, variables: variables[path.replace(/graphql$/, "variables.json")] ?? "" }));
