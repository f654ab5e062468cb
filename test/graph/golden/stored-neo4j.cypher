// entities of a kind
MATCH (n:Entity) WHERE n.id > $p0 AND n.id < $p1 RETURN n.id, n.citations, n.facts, n.name, n.nameEn, n.aliases ORDER BY n.id LIMIT $p2

// relationships of a type
CALL () { MATCH ()-[r:OWNS]->() USING INDEX r:OWNS(from, to, id) WHERE r.from > $p0 AND r.to IS NOT NULL AND r.id IS NOT NULL RETURN r ORDER BY r.from, r.to, r.id LIMIT $p1 } RETURN r.id, r.from, r.to, r.citations, r.facts, r.sharePercent, r.validFrom, r.validTo
CALL () { MATCH ()-[r:OWNS]->() USING INDEX r:OWNS(from, to, id) WHERE r.from = $p0 AND r.to >= $p1 AND (r.to > $p2 OR r.id > $p3) AND r.id IS NOT NULL RETURN r ORDER BY r.from, r.to, r.id LIMIT $p4 UNION ALL MATCH ()-[r:OWNS]->() USING INDEX r:OWNS(from, to, id) WHERE r.from > $p5 AND r.to IS NOT NULL AND r.id IS NOT NULL RETURN r ORDER BY r.from, r.to, r.id LIMIT $p6 } RETURN r.id, r.from, r.to, r.citations, r.facts, r.sharePercent, r.validFrom, r.validTo

// entities that have facts
MATCH (n:Entity) WHERE n.id > $p0 AND n.id < $p1 AND n.facts IS NOT NULL RETURN n.id, n.citations, n.facts ORDER BY n.id LIMIT $p2

// relationships that have facts
CALL () { MATCH ()-[r:OWNS]->() USING INDEX r:OWNS(from, to, id) WHERE r.from > $p0 AND r.to IS NOT NULL AND r.id IS NOT NULL AND r.facts IS NOT NULL RETURN r ORDER BY r.from, r.to, r.id LIMIT $p1 } RETURN r.id, r.from, r.to, r.citations, r.facts

// entities of a part
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, n.citations, n.facts

// relationships of a part
UNWIND $p0 AS id MATCH ()-[r:OWNS]->() WHERE r.id = id RETURN r.id, r.from, r.to, r.citations, r.facts, r.sharePercent, r.validFrom, r.validTo
