// search
CALL () { UNWIND $p0 AS query CALL (query) { CALL db.index.fulltext.queryNodes($p1, query) YIELD node AS n RETURN n ORDER BY n.id LIMIT $p2 } RETURN n UNION ALL UNWIND $p3 AS query CALL (query) { CALL db.index.fulltext.queryNodes($p4, query) YIELD node AS n RETURN n ORDER BY n.id LIMIT $p5 } RETURN n UNION ALL UNWIND $p6 AS query CALL (query) { CALL db.index.fulltext.queryNodes($p7, query) YIELD node AS n RETURN n ORDER BY n.id LIMIT $p8 } RETURN n } RETURN n.id, n.searchText LIMIT $p9
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, n.name, n.nameEn, n.aliases, n.code, n.articleCode

// search of a kind
CALL () { UNWIND $p0 AS query CALL (query) { CALL db.index.fulltext.queryNodes($p1, query) YIELD node AS n RETURN n ORDER BY n.id LIMIT $p2 } RETURN n UNION ALL UNWIND $p3 AS query CALL (query) { CALL db.index.fulltext.queryNodes($p4, query) YIELD node AS n RETURN n ORDER BY left(n.searchText, $p5), n.id LIMIT $p6 } RETURN n UNION ALL UNWIND $p7 AS query CALL (query) { CALL db.index.fulltext.queryNodes($p8, query) YIELD node AS n WITH n WHERE n.searchText CONTAINS $p9 AND NOT n.searchText CONTAINS $p10 RETURN n ORDER BY n.id LIMIT $p11 } RETURN n } RETURN n.id, n.searchText LIMIT $p12
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, n.name, n.nameEn, n.aliases

// ends only
CALL () { UNWIND $p0 AS query CALL (query) { CALL db.index.fulltext.queryNodes($p1, query) YIELD node AS n RETURN n ORDER BY n.id LIMIT $p2 } RETURN n UNION ALL UNWIND $p3 AS query CALL (query) { CALL db.index.fulltext.queryNodes($p4, query) YIELD node AS n RETURN n ORDER BY n.id LIMIT $p5 } RETURN n UNION ALL UNWIND $p6 AS query CALL (query) { CALL db.index.fulltext.queryNodes($p7, query) YIELD node AS n RETURN n ORDER BY n.id LIMIT $p8 } RETURN n } RETURN n.id, n.searchText LIMIT $p9
