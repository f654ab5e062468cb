// search
MATCH (n:Entity) WHERE n.searchText CONTAINS $p0 RETURN n.id, n.searchText
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, n.name, n.nameEn, n.aliases, n.code, n.articleCode

// search of a kind
MATCH (n:Entity) WHERE (n:Zone) AND n.searchText CONTAINS $p0 RETURN n.id, n.searchText
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, n.name, n.nameEn, n.aliases

// ends only
MATCH (n:Entity) WHERE n.searchText CONTAINS $p0 RETURN n.id, n.searchText
