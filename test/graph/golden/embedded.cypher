// list by id
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 RETURN n.id, n.name ORDER BY n.id LIMIT $p2

// list by id, from the end
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 RETURN n.id, n.name ORDER BY n.id DESC LIMIT $p2

// list by id, filtered
MATCH (n:Entity:Project) WHERE n.id >= $p0 AND n.id < $p1 AND n.status = $p2 RETURN n.id ORDER BY n.id LIMIT $p3

// list by id, joined to one entity
MATCH (n1:Entity) WHERE n1.id = $p0 MATCH (n)-[r1:LOCATED_IN]->(n1) WHERE n:Project AND n.name CONTAINS $p1 AND n1.id = $p2 WITH DISTINCT n RETURN n.id, n.name, n.id AS k0 ORDER BY n.id LIMIT $p3
MATCH (n1:Entity) WHERE n1.id = $p0 MATCH (n)-[r1:LOCATED_IN]->(n1) WHERE n:Project AND n.name CONTAINS $p1 AND n1.id = $p2 AND (n.id > $p3) WITH DISTINCT n RETURN n.id, n.name, n.id AS k0 ORDER BY n.id LIMIT $p4

// list by id, joined to what one entity is joined to
MATCH (n2:Entity) WHERE n2.id = $p0 MATCH (n1)-[r2:LOCATED_IN]->(n2) MATCH (n)-[r1:BUILDS]->(n1:Project) WHERE n:Company AND n2.id = $p1 WITH DISTINCT n RETURN n.id, n.name ORDER BY n.id LIMIT $p2

// pages below pages
MATCH (n:Zone) RETURN n.id ORDER BY n.name, n.id LIMIT $p0
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})-[r:DEVELOPS]->(n) WHERE true AND ((r.to >= $p1 AND r.to < $p2)) RETURN n, r ORDER BY r.to, r.id LIMIT $p3 } RETURN pid, n.id, r.id, r.role

// list by one indexed property
MATCH (n:Project) RETURN n.id ORDER BY n.investmentCny, n.id LIMIT $p0

// list by one indexed property, descending
MATCH (n:Project) RETURN n.id ORDER BY n.investmentCny DESC, n.id LIMIT $p0

// list by several
MATCH (n:Project) RETURN n.id ORDER BY n.status, n.name DESC, n.id LIMIT $p0

// count of a list
MATCH (n:Zone) RETURN count(n)

// count of a filtered list
MATCH (n:Zone) WHERE n.name CONTAINS $p0 RETURN count(n)

// entity by id
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, n.citations, n.facts, n.name

// relationship by id
UNWIND $p0 AS id MATCH ()-[r:LOCATED_IN]->() WHERE r.id = id RETURN r.from, r.to, r.id

// page, one kind of several
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) RETURN n, r ORDER BY r.from, r.id LIMIT $p3 } RETURN pid, n.id, n.name

// page, from the end
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})-[r:DEVELOPS]->(n) WHERE true AND ((r.to >= $p1 AND r.to < $p2)) RETURN n, r ORDER BY r.to DESC, r.id DESC LIMIT $p3 } RETURN pid, n.id, r.id, r.role

// page, filtered and ordered
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})-[r:DEVELOPS]->(n) WHERE true AND ((r.to >= $p1 AND r.to < $p2)) AND r.role = $p3 RETURN n, r ORDER BY r.formation, n.name, r.to, r.id LIMIT $p4 } RETURN pid, n.id, n.name

// count of a page
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})-[r:DEVELOPS]->(n) WHERE true AND ((r.to >= $p1 AND r.to < $p2)) RETURN count(r) AS total } RETURN pid, total

// count of a page of one kind
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) RETURN count(r) AS total } RETURN pid, total

// relationships of any type
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true RETURN n, r, $p1 AS walk, r.from AS far ORDER BY r.from, r.id LIMIT $p2 UNION ALL MATCH (:Entity {id: pid})-[r:LOCATED_IN]->(n) WHERE true RETURN n, r, $p3 AS walk, r.to AS far ORDER BY r.to, r.id LIMIT $p4 UNION ALL MATCH (:Entity {id: pid})-[r:DEVELOPS]->(n) WHERE true RETURN n, r, $p5 AS walk, r.to AS far ORDER BY r.to, r.id LIMIT $p6 } RETURN pid, walk, far, r.from, r.to, n.id, n.name, r.id
UNWIND $p0 AS pid MATCH (p:Entity {id: pid}) RETURN pid, COUNT { (p)<-[:LOCATED_IN]-() } + COUNT { (p)-[:LOCATED_IN]->() } + COUNT { (p)-[:DEVELOPS]->() }

// relationships to one kind
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) RETURN n, r, $p3 AS walk, r.from AS far ORDER BY r.from, r.id LIMIT $p4 } RETURN pid, walk, far, r.from, r.to, n.id, r.id
UNWIND $p0 AS pid MATCH (p:Entity {id: pid}) RETURN pid, COUNT { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) }

// list by id, next page
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 RETURN n.id, n.id AS k0 ORDER BY n.id LIMIT $p2
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 AND (n.id > $p2) RETURN n.id, n.id AS k0 ORDER BY n.id LIMIT $p3

// list by id, page before
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 RETURN n.id, n.id AS k0 ORDER BY n.id DESC LIMIT $p2
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 AND (n.id < $p2) RETURN n.id, n.id AS k0 ORDER BY n.id DESC LIMIT $p3

// list by one indexed property, next page
MATCH (n:Project) RETURN n.id, n.investmentCny AS k0, n.id AS k1 ORDER BY n.investmentCny, n.id LIMIT $p0
MATCH (n:Project) WHERE ((n.investmentCny > $p0 OR n.investmentCny IS NULL) OR n.investmentCny = $p1 AND n.id > $p2) RETURN n.id, n.investmentCny AS k0, n.id AS k1 ORDER BY n.investmentCny, n.id LIMIT $p3

// list by one indexed property, page before, from the missing values
MATCH (n:Project) RETURN n.id, n.investmentCny AS k0, n.id AS k1 ORDER BY n.investmentCny DESC, n.id DESC LIMIT $p0
MATCH (n:Project) WHERE (n.investmentCny IS NOT NULL OR n.investmentCny IS NULL AND n.id < $p0) RETURN n.id, n.investmentCny AS k0, n.id AS k1 ORDER BY n.investmentCny DESC, n.id DESC LIMIT $p1

// list by several, between two cursors
MATCH (n:Project) RETURN n.id, n.nameEn AS k0, n.status AS k1, n.id AS k2 ORDER BY n.nameEn, n.status DESC, n.id LIMIT $p0
MATCH (n:Project) WHERE ((n.nameEn > $p0 OR n.nameEn IS NULL) OR n.nameEn = $p1 AND n.status < $p2 OR n.nameEn = $p3 AND n.status = $p4 AND n.id > $p5) AND (n.nameEn < $p6 OR n.nameEn = $p7 AND (n.status > $p8 OR n.status IS NULL) OR n.nameEn = $p9 AND n.status = $p10 AND n.id < $p11) RETURN n.id, n.nameEn AS k0, n.status AS k1, n.id AS k2 ORDER BY n.nameEn, n.status DESC, n.id LIMIT $p12

// page, next
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) RETURN n, r ORDER BY r.from, r.id LIMIT $p3 } RETURN pid, n.id, r.from AS k0, r.id AS k1
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) AND r.from >= $p3 AND (r.from > $p4 OR r.id > $p5) RETURN n, r ORDER BY r.from, r.id LIMIT $p6 } RETURN pid, n.id, r.from AS k0, r.id AS k1

// page, before
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) RETURN n, r ORDER BY r.from DESC, r.id DESC LIMIT $p3 } RETURN pid, n.id, r.from AS k0, r.id AS k1
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) AND r.from <= $p3 AND (r.from < $p4 OR r.id < $p5) RETURN n, r ORDER BY r.from DESC, r.id DESC LIMIT $p6 } RETURN pid, n.id, r.from AS k0, r.id AS k1

// page, ordered, next
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})-[r:DEVELOPS]->(n) WHERE true AND ((r.to >= $p1 AND r.to < $p2)) RETURN n, r ORDER BY r.role, r.to, r.id LIMIT $p3 } RETURN pid, n.id, r.role AS k0, r.to AS k1, r.id AS k2
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})-[r:DEVELOPS]->(n) WHERE true AND ((r.to >= $p1 AND r.to < $p2)) AND ((r.role > $p3 OR r.role IS NULL) OR r.role = $p4 AND r.to > $p5 OR r.role = $p6 AND r.to = $p7 AND r.id > $p8) RETURN n, r ORDER BY r.role, r.to, r.id LIMIT $p9 } RETURN pid, n.id, r.role AS k0, r.to AS k1, r.id AS k2

// relationships of any type, next
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true RETURN n, r, $p1 AS walk, r.from AS far ORDER BY r.from, r.id LIMIT $p2 UNION ALL MATCH (:Entity {id: pid})-[r:LOCATED_IN]->(n) WHERE true RETURN n, r, $p3 AS walk, r.to AS far ORDER BY r.to, r.id LIMIT $p4 } RETURN pid, walk, far, r.from, r.to, n.id, r.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND r.from >= $p1 AND (r.from > $p2 OR r.id > $p3) RETURN n, r, $p4 AS walk, r.from AS far ORDER BY r.from, r.id LIMIT $p5 UNION ALL MATCH (:Entity {id: pid})-[r:LOCATED_IN]->(n) WHERE true RETURN n, r, $p6 AS walk, r.to AS far ORDER BY r.to, r.id LIMIT $p7 } RETURN pid, walk, far, r.from, r.to, n.id, r.id

// conditions of every kind
MATCH (:Entity {id: $p0})<-[:LOCATED_IN*1..12]-(m) RETURN DISTINCT m.id
MATCH (n2:Entity:Zone) WHERE $p0 MATCH (n2)-[r2:DEVELOPS]->(o) WHERE r2.role IN $p1 RETURN DISTINCT o.id
MATCH (n1:Entity:Chain) WHERE $p0[n1.id] IS NOT NULL MATCH (n1)<-[r1:STANDS_IN]-(o) WHERE $p1 RETURN DISTINCT o.id
MATCH (n:Entity:Project) WHERE n.id >= $p0 AND n.id < $p1 AND (n.name STARTS WITH $p2 OR $p3 IN n.aliases OR n.investmentCny >= $p4 AND n.investmentCny < $p5 OR (n.targetDate >= $p6 AND n.targetDate < $p7) AND n.targetDate <= $p8 OR n.areaMu IS NULL) AND NOT ($p9[n.id] IS NOT NULL AND $p10[n.id] IS NOT NULL) RETURN n.id ORDER BY n.id LIMIT $p11
