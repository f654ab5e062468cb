// Before anything else is loaded: graphql and Apollo choose how they work when they are.
process.env["NODE_ENV"] = "production";
// tsx turns source maps on; the driver takes a stack for every statement, which then costs as much as the statement.
process.setSourceMapsEnabled(false);
