import { WordsDocument } from "../operations.js";
import { useAnswer } from "../state/answer.js";
import { Speaking } from "./language.js";
import { Page } from "./page.js";
import { Waiting } from "./waiting.js";

const NO_VARIABLES = {};
const NO_WORDS = { vocabulary: [], propertyTerms: [] };

/** The explorer: first the words that the graph speaks in, then the page. */
export function App() {
  const words = useAnswer(WordsDocument, NO_VARIABLES);
  if (words.is === "here")
    return (
      <Speaking words={words.data}>
        <Page />
      </Speaking>
    );
  return (
    <Speaking words={NO_WORDS}>
      <main className="alone">
        <Waiting answer={words} />
      </main>
    </Speaking>
  );
}
