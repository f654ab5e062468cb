// entities of a kind
MATCH (n:Company) WHERE true RETURN n.id ORDER BY n.id
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, n.citations, n.facts, n.name, n.nameEn, n.aliases

// relationships of a type
MATCH ()-[r:OWNS]->() WHERE true WITH r.from AS start, count(r) AS total RETURN start, total ORDER BY start
UNWIND $p0 AS id MATCH (:Entity {id: id})-[r:OWNS]->() WHERE true RETURN r.id, r.from, r.to, r.citations, r.facts, r.sharePercent, r.validFrom, r.validTo ORDER BY r.from, r.to, r.id

// entities that have facts
MATCH (n:Company) WHERE true AND n.facts IS NOT NULL RETURN n.id ORDER BY n.id
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, n.citations, n.facts

// relationships that have facts
MATCH ()-[r:OWNS]->() WHERE true AND r.facts IS NOT NULL WITH r.from AS start, count(r) AS total RETURN start, total ORDER BY start
UNWIND $p0 AS id MATCH (:Entity {id: id})-[r:OWNS]->() WHERE true AND r.facts IS NOT NULL RETURN r.id, r.from, r.to, r.citations, r.facts ORDER BY r.from, r.to, r.id

// entities of a part
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, n.citations, n.facts

// relationships of a part
UNWIND $p0 AS id MATCH (:Entity {id: id})-[r:OWNS]->() WHERE r.id IN $p1 RETURN r.id, r.from, r.to, r.citations, r.facts, r.sharePercent, r.validFrom, r.validTo
