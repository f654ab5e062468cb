import {
  DOC_EXPLORER_PLUGIN,
  DocExplorer,
  DocExplorerStore,
  useDocExplorerActions,
} from "@graphiql/plugin-doc-explorer";
import { useGraphiQL, type GraphiQLPlugin } from "@graphiql/react";
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import { useDeferredValue, useMemo, useState } from "react";

/** More than this nobody reads. */
const MOST = 60;

interface Entry {
  readonly name: string;
  readonly description: string;
  readonly type: GraphQLNamedType;
  readonly field?: GraphQLField<unknown, unknown> | GraphQLInputField;
}

/** All types, fields, arguments and values of enums, the queries first. */
function entriesOf(schema: GraphQLSchema): readonly Entry[] {
  const root = schema.getQueryType();
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__") && name !== root?.name);
  return [...(root ? [root] : []), ...types].flatMap((type): Entry[] => {
    const fields: readonly NonNullable<Entry["field"]>[] =
      isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
    const values = isEnumType(type) ? type.getValues() : [];
    return [
      { name: type.name, description: type.description ?? "", type },
      ...fields.flatMap((field) => {
        const name = `${type.name}.${field.name}`;
        const args = "args" in field ? field.args : [];
        return [
          { name, description: field.description ?? "", type, field },
          ...args.map((arg) => ({ name: `${name}(${arg.name}:)`, description: arg.description ?? "", type, field })),
        ];
      }),
      ...values.map((value) => ({ name: `${type.name}.${value.name}`, description: value.description ?? "", type })),
    ];
  });
}

/** Those that hold every word, in the name or in the description; found by name comes first. */
function found(entries: readonly Entry[], text: string): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const holds = (where: string): boolean => words.every((word) => where.toLowerCase().includes(word));
  const named = entries.filter(({ name }) => holds(name));
  const described = entries.filter(({ name, description }) => !holds(name) && holds(`${name} ${description}`));
  return [...named, ...described].slice(0, MOST);
}

function Search() {
  const schema = useGraphiQL((all) => all.schema);
  const navigation = useDocExplorerActions();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text);
  const entries = useMemo(() => (schema ? entriesOf(schema) : []), [schema]);
  const results = useMemo(() => found(entries, wanted), [entries, wanted]);
  return (
    <search className="documentation-search">
      <input
        type="search"
        value={text}
        aria-label="查找文档 · Search the documentation"
        placeholder="查找文档，中文或英文 · Search in Chinese or English"
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {wanted.trim() !== "" && results.length === 0 ? <p role="status">没有找到 · Nothing found</p> : null}
      <ul>
        {results.map(({ name, description, type, field }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                navigation.push({ name: type.name, def: type });
                if (field) navigation.push({ name: field.name, def: field });
                setText("");
              }}
            >
              <code>{name}</code>
              <span>{description.split("\n")[0]}</span>
            </button>
          </li>
        ))}
      </ul>
    </search>
  );
}

/** The documentation, searched by its descriptions too: GraphiQL's own search knows names only. */
export const DOCUMENTATION_PLUGIN: GraphiQLPlugin = {
  ...DOC_EXPLORER_PLUGIN,
  content: () => (
    <DocExplorerStore>
      <Search />
      <DocExplorer />
    </DocExplorerStore>
  ),
};
