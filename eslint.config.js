import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist/", "data/", "node_modules/", "schema/", "src/explorer/operations.ts"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Recurses without end on the types of graphql.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/explorer/**"],
    rules: {
      // Without a comparison JavaScript sorts by halves of surrogate pairs, and the engines by code point.
      "@typescript-eslint/require-array-sort-compare": ["error", { ignoreStringArrays: false }],
    },
  },
);
