// Before anything else is loaded: graphql and Apollo choose how they work when they are.
process.env["NODE_ENV"] = "production";
