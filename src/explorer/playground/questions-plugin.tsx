import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from "@graphiql/react";
import { useEffect, useState } from "react";
import { questions, TOPICS, type Listed, type Question } from "../questions.js";

/** Opens a query in a tab of its own. */
function useOpen(): (question: Question) => void {
  const actions = useGraphiQLActions();
  const queryEditor = useGraphiQL((all) => all.queryEditor);
  const variableEditor = useGraphiQL((all) => all.variableEditor);
  const active = useGraphiQL((all) => all.activeTabIndex);
  const [wanted, setWanted] = useState<{ readonly question: Question; readonly after: number } | null>(null);
  useEffect(() => {
    if (!wanted || active === wanted.after) return;
    queryEditor?.setValue(wanted.question.query);
    variableEditor?.setValue(wanted.question.variables);
    setWanted(null);
  }, [wanted, active, queryEditor, variableEditor]);
  return (question) => {
    setWanted({ question, after: active });
    actions.addTab();
  };
}

function fits({ zh, en }: Listed, wanted: string): boolean {
  return `${zh} ${en}`.toLowerCase().includes(wanted);
}

function QuestionList() {
  const open = useOpen();
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const topics = TOPICS.map((topic) => ({
    ...topic,
    // A topic's own name finds all of it.
    found: questions.filter(
      (question) =>
        topic.numbers.includes(question.number) &&
        (fits(question, wanted) || `${topic.zh} ${topic.en}`.toLowerCase().includes(wanted)),
    ),
  })).filter(({ found }) => found.length > 0);
  return (
    <div className="question-list">
      <h2>问题 · Questions</h2>
      <input
        type="search"
        value={text}
        aria-label="查找问题 · Find a question"
        placeholder="查找问题 · Find a question"
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {topics.length === 0 ? <p role="status">没有这样的问题。No such question.</p> : null}
      {topics.map(({ zh, en, found }) => (
        <section key={en} aria-label={`${zh} · ${en}`}>
          <h3>
            {zh} · {en}
          </h3>
          <ul>
            {found.map((question) => (
              <li key={question.number}>
                <button
                  type="button"
                  onClick={() => {
                    open(question);
                  }}
                >
                  <span lang="zh-CN">{question.zh}</span>
                  <span lang="en">{question.en}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The seed's questions by topic, in both languages. */
export const QUESTIONS_PLUGIN: GraphiQLPlugin = {
  title: "问题 Questions",
  icon: () => (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M3 5h2M8 5h9M3 10h2M8 10h9M3 15h2M8 15h9" />
    </svg>
  ),
  content: QuestionList,
};
