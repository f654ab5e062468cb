// list by id
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 RETURN n.id, n.name ORDER BY n.id LIMIT $p2

// list by id, from the end
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 RETURN n.id, n.name ORDER BY n.id DESC LIMIT $p2

// list by id, filtered
MATCH (n:Entity:Project) WHERE n.id >= $p0 AND n.id < $p1 AND n.status = $p2 RETURN n.id ORDER BY n.id LIMIT $p3

// list by id, joined to one entity
MATCH (n)-[r3:LOCATED_IN]->(n3) USING INDEX r3:LOCATED_IN(to, from, id) WHERE r3.to = $p0 AND r3.from >= $p1 AND r3.from < $p2 AND r3.id IS NOT NULL AND n3.id = $p3 AND n.name CONTAINS $p4 WITH DISTINCT n, r3.to AS near, r3.from AS far ORDER BY near, far LIMIT $p5 RETURN n.id, n.name, n.id AS k0
MATCH (n)-[r3:LOCATED_IN]->(n3) USING INDEX r3:LOCATED_IN(to, from, id) WHERE r3.to = $p0 AND r3.from >= $p1 AND r3.from < $p2 AND r3.id IS NOT NULL AND (r3.from > $p3) AND n3.id = $p4 AND n.name CONTAINS $p5 WITH DISTINCT n, r3.to AS near, r3.from AS far ORDER BY near, far LIMIT $p6 RETURN n.id, n.name, n.id AS k0

// list by id, joined to what one entity is joined to
CALL () { MATCH (n2:Entity) WHERE n2.id = $p0 MATCH (n1)-[r2:LOCATED_IN]->(n2) MATCH (n)-[r1:BUILDS]->(n1:Project) WHERE n:Company AND n2.id = $p1 WITH n LIMIT $p2 RETURN collect(n) AS reached } CALL (reached) { UNWIND CASE WHEN size(reached) > $p3 THEN [] ELSE reached END AS n WITH DISTINCT n RETURN n ORDER BY n.id LIMIT $p4 UNION ALL UNWIND CASE WHEN size(reached) > $p5 THEN [reached] ELSE [] END AS tooMany CALL () { MATCH (n:Entity:Company) WHERE n.id >= $p6 AND n.id < $p7 AND EXISTS { MATCH (n)-[r3:BUILDS]->(n3:Project) WHERE EXISTS { MATCH (n3)-[r4:LOCATED_IN]->(n4) WHERE n4.id = $p8 } } RETURN n ORDER BY n.id LIMIT $p9 } RETURN n } RETURN n.id, n.name

// pages below pages
CALL () { MATCH (n:Zone) USING INDEX n:Zone(name, id) WHERE n.name IS NOT NULL AND n.id IS NOT NULL RETURN n ORDER BY n.name, n.id LIMIT $p0 } WITH n LIMIT $p1 WITH *, n.id AS p0 CALL (p0) { MATCH ()-[r:DEVELOPS]->(n) USING INDEX r:DEVELOPS(from, to, id) WHERE r.from = p0 AND r.to IS NOT NULL AND r.id IS NOT NULL AND ((r.to >= $p2 AND r.to < $p3)) WITH n, r ORDER BY r.from, r.to, r.id LIMIT $p4 WITH *, n.id AS p1 CALL (p1) { MATCH ()<-[r:STANDS_IN]-(n) USING INDEX r:STANDS_IN(to, from, id) WHERE r.to = p1 AND r.from IS NOT NULL AND r.id IS NOT NULL AND ((r.from >= $p5 AND r.from < $p6)) WITH n, r ORDER BY r.to, r.from, r.id LIMIT $p7 RETURN collect([n.id, n.name]) AS b1_0 } RETURN collect([n.id, b1_0, r.id, r.role]) AS b0_0 } RETURN n.id, b0_0

// list by one indexed property
CALL () { MATCH (n:Project) USING INDEX n:Project(investmentCny, id) WHERE n.investmentCny IS NOT NULL AND n.id IS NOT NULL RETURN n ORDER BY n.investmentCny, n.id LIMIT $p0 UNION ALL MATCH (n:Entity) WHERE n.id >= $p1 AND n.id < $p2 AND n.investmentCny IS NULL RETURN n ORDER BY n.id LIMIT $p3 } RETURN n.id LIMIT $p4

// list by one indexed property, descending
CALL () { MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 AND n.investmentCny IS NULL RETURN n ORDER BY n.id LIMIT $p2 UNION ALL MATCH (n:Project) USING INDEX n:Project(investmentCny, id) WHERE n.investmentCny IS NOT NULL AND n.id IS NOT NULL RETURN n ORDER BY n.investmentCny DESC, n.id LIMIT $p3 } RETURN n.id LIMIT $p4

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
UNWIND $p0 AS id MATCH (n:Entity {id: id}) WITH *, n.id AS p0 CALL (p0) { MATCH ()<-[r:LOCATED_IN]-(n) USING INDEX r:LOCATED_IN(to, from, id) WHERE r.to = p0 AND r.from IS NOT NULL AND r.id IS NOT NULL AND ((r.from >= $p1 AND r.from < $p2)) WITH n, r ORDER BY r.to, r.from, r.id LIMIT $p3 RETURN collect([n.id, n.name]) AS b0_0 } RETURN n.id, b0_0

// page, from the end
UNWIND $p0 AS id MATCH (n:Entity {id: id}) WITH *, n.id AS p0 CALL (p0) { MATCH ()-[r:DEVELOPS]->(n) USING INDEX r:DEVELOPS(from, to, id) WHERE r.from = p0 AND r.to IS NOT NULL AND r.id IS NOT NULL AND ((r.to >= $p1 AND r.to < $p2)) WITH n, r ORDER BY r.from DESC, r.to DESC, r.id DESC LIMIT $p3 RETURN collect([n.id, r.id, r.role]) AS b0_0 } RETURN n.id, b0_0

// page, filtered and ordered
UNWIND $p0 AS id MATCH (n:Entity {id: id}) WITH *, n.id AS p0 CALL (p0) { MATCH ()-[r:DEVELOPS]->(n) USING INDEX r:DEVELOPS(from, to, id) WHERE r.from = p0 AND r.to IS NOT NULL AND r.id IS NOT NULL AND ((r.to >= $p1 AND r.to < $p2)) AND r.role = $p3 WITH n, r ORDER BY r.formation, n.name, r.to, r.id LIMIT $p4 RETURN collect([n.id, n.name]) AS b0_0 } RETURN n.id, b0_0

// count of a page
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH ()-[r:DEVELOPS]->(n) USING INDEX r:DEVELOPS(from, to, id) WHERE r.from = pid AND r.to IS NOT NULL AND r.id IS NOT NULL AND ((r.to >= $p1 AND r.to < $p2)) RETURN count(r) AS total } RETURN pid, total

// count of a page of one kind
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH ()<-[r:LOCATED_IN]-(n) USING INDEX r:LOCATED_IN(to, from, id) WHERE r.to = pid AND r.from IS NOT NULL AND r.id IS NOT NULL AND ((r.from >= $p1 AND r.from < $p2)) RETURN count(r) AS total } RETURN pid, total

// relationships of any type
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH ()<-[r:LOCATED_IN]-(n) USING INDEX r:LOCATED_IN(to, from, id) WHERE r.to = pid AND r.from IS NOT NULL AND r.id IS NOT NULL RETURN n, r, $p1 AS walk, r.from AS far ORDER BY r.to, r.from, r.id LIMIT $p2 UNION ALL MATCH ()-[r:LOCATED_IN]->(n) USING INDEX r:LOCATED_IN(from, to, id) WHERE r.from = pid AND r.to IS NOT NULL AND r.id IS NOT NULL RETURN n, r, $p3 AS walk, r.to AS far ORDER BY r.from, r.to, r.id LIMIT $p4 UNION ALL MATCH ()-[r:DEVELOPS]->(n) USING INDEX r:DEVELOPS(from, to, id) WHERE r.from = pid AND r.to IS NOT NULL AND r.id IS NOT NULL RETURN n, r, $p5 AS walk, r.to AS far ORDER BY r.from, r.to, r.id LIMIT $p6 } RETURN pid, walk, far, r.from, r.to, n.id, n.name, r.id
UNWIND $p0 AS pid MATCH (p:Entity {id: pid}) RETURN pid, COUNT { (p)<-[:LOCATED_IN]-() } + COUNT { (p)-[:LOCATED_IN]->() } + COUNT { (p)-[:DEVELOPS]->() }

// relationships to one kind
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH ()<-[r:LOCATED_IN]-(n) USING INDEX r:LOCATED_IN(to, from, id) WHERE r.to = pid AND r.from IS NOT NULL AND r.id IS NOT NULL AND ((r.from >= $p1 AND r.from < $p2)) RETURN n, r, $p3 AS walk, r.from AS far ORDER BY r.to, r.from, r.id LIMIT $p4 } RETURN pid, walk, far, r.from, r.to, n.id, r.id
UNWIND $p0 AS pid MATCH (p:Entity {id: pid}) RETURN pid, COUNT { MATCH ()<-[r:LOCATED_IN]-(n) USING INDEX r:LOCATED_IN(to, from, id) WHERE r.to = pid AND r.from IS NOT NULL AND r.id IS NOT NULL AND ((r.from >= $p1 AND r.from < $p2)) }

// list by id, next page
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 RETURN n.id, n.id AS k0 ORDER BY n.id LIMIT $p2
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 AND (n.id > $p2) RETURN n.id, n.id AS k0 ORDER BY n.id LIMIT $p3

// list by id, page before
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 RETURN n.id, n.id AS k0 ORDER BY n.id DESC LIMIT $p2
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 AND (n.id < $p2) RETURN n.id, n.id AS k0 ORDER BY n.id DESC LIMIT $p3

// list by one indexed property, next page
CALL () { MATCH (n:Project) USING INDEX n:Project(investmentCny, id) WHERE n.investmentCny IS NOT NULL AND n.id IS NOT NULL RETURN n ORDER BY n.investmentCny, n.id LIMIT $p0 UNION ALL MATCH (n:Entity) WHERE n.id >= $p1 AND n.id < $p2 AND n.investmentCny IS NULL RETURN n ORDER BY n.id LIMIT $p3 } RETURN n.id, n.investmentCny AS k0, n.id AS k1 LIMIT $p4
CALL () { MATCH (n:Project) USING INDEX n:Project(investmentCny, id) WHERE n.investmentCny >= $p0 AND (n.investmentCny > $p1 OR (n.id > $p2)) AND n.id IS NOT NULL RETURN n ORDER BY n.investmentCny, n.id LIMIT $p3 UNION ALL MATCH (n:Entity) WHERE n.id >= $p4 AND n.id < $p5 AND n.investmentCny IS NULL RETURN n ORDER BY n.id LIMIT $p6 } RETURN n.id, n.investmentCny AS k0, n.id AS k1 LIMIT $p7

// list by one indexed property, page before, from the missing values
CALL () { MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 AND n.investmentCny IS NULL RETURN n ORDER BY n.id DESC LIMIT $p2 UNION ALL MATCH (n:Project) USING INDEX n:Project(investmentCny, id) WHERE n.investmentCny IS NOT NULL AND n.id IS NOT NULL RETURN n ORDER BY n.investmentCny DESC, n.id DESC LIMIT $p3 } RETURN n.id, n.investmentCny AS k0, n.id AS k1 LIMIT $p4
CALL () { MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 AND n.investmentCny IS NULL AND (n.id < $p2) RETURN n ORDER BY n.id DESC LIMIT $p3 UNION ALL MATCH (n:Project) USING INDEX n:Project(investmentCny, id) WHERE n.investmentCny IS NOT NULL AND n.id IS NOT NULL RETURN n ORDER BY n.investmentCny DESC, n.id DESC LIMIT $p4 } RETURN n.id, n.investmentCny AS k0, n.id AS k1 LIMIT $p5

// list by several, between two cursors
MATCH (n:Project) RETURN n.id, n.nameEn AS k0, n.status AS k1, n.id AS k2 ORDER BY n.nameEn, n.status DESC, n.id LIMIT $p0
MATCH (n:Project) WHERE ((n.nameEn > $p0 OR n.nameEn IS NULL) OR n.nameEn = $p1 AND n.status < $p2 OR n.nameEn = $p3 AND n.status = $p4 AND n.id > $p5) AND (n.nameEn < $p6 OR n.nameEn = $p7 AND (n.status > $p8 OR n.status IS NULL) OR n.nameEn = $p9 AND n.status = $p10 AND n.id < $p11) RETURN n.id, n.nameEn AS k0, n.status AS k1, n.id AS k2 ORDER BY n.nameEn, n.status DESC, n.id LIMIT $p12

// page, next
UNWIND $p0 AS id MATCH (n:Entity {id: id}) WITH *, n.id AS p0 CALL (p0) { MATCH ()<-[r:LOCATED_IN]-(n) USING INDEX r:LOCATED_IN(to, from, id) WHERE r.to = p0 AND r.from IS NOT NULL AND r.id IS NOT NULL AND ((r.from >= $p1 AND r.from < $p2)) WITH n, r ORDER BY r.to, r.from, r.id LIMIT $p3 RETURN collect([n.id, r.from, r.id]) AS b0_0 } RETURN n.id, b0_0
UNWIND $p0 AS id MATCH (n:Entity {id: id}) WITH *, n.id AS p0 CALL (p0) { MATCH ()<-[r:LOCATED_IN]-(n) USING INDEX r:LOCATED_IN(to, from, id) WHERE r.to = p0 AND r.from IS NOT NULL AND r.id IS NOT NULL AND ((r.from >= $p1 AND r.from < $p2)) AND r.from >= $p3 AND (r.from > $p4 OR r.id > $p5) WITH n, r ORDER BY r.to, r.from, r.id LIMIT $p6 RETURN collect([n.id, r.from, r.id]) AS b0_0 } RETURN n.id, b0_0

// page, before
UNWIND $p0 AS id MATCH (n:Entity {id: id}) WITH *, n.id AS p0 CALL (p0) { MATCH ()<-[r:LOCATED_IN]-(n) USING INDEX r:LOCATED_IN(to, from, id) WHERE r.to = p0 AND r.from IS NOT NULL AND r.id IS NOT NULL AND ((r.from >= $p1 AND r.from < $p2)) WITH n, r ORDER BY r.to DESC, r.from DESC, r.id DESC LIMIT $p3 RETURN collect([n.id, r.from, r.id]) AS b0_0 } RETURN n.id, b0_0
UNWIND $p0 AS id MATCH (n:Entity {id: id}) WITH *, n.id AS p0 CALL (p0) { MATCH ()<-[r:LOCATED_IN]-(n) USING INDEX r:LOCATED_IN(to, from, id) WHERE r.to = p0 AND r.from IS NOT NULL AND r.id IS NOT NULL AND ((r.from >= $p1 AND r.from < $p2)) AND r.from <= $p3 AND (r.from < $p4 OR r.id < $p5) WITH n, r ORDER BY r.to DESC, r.from DESC, r.id DESC LIMIT $p6 RETURN collect([n.id, r.from, r.id]) AS b0_0 } RETURN n.id, b0_0

// page, ordered, next
UNWIND $p0 AS id MATCH (n:Entity {id: id}) WITH *, n.id AS p0 CALL (p0) { MATCH ()-[r:DEVELOPS]->(n) USING INDEX r:DEVELOPS(from, to, id) WHERE r.from = p0 AND r.to IS NOT NULL AND r.id IS NOT NULL AND ((r.to >= $p1 AND r.to < $p2)) WITH n, r ORDER BY r.role, r.to, r.id LIMIT $p3 RETURN collect([n.id, r.role, r.to, r.id]) AS b0_0 } RETURN n.id, b0_0
UNWIND $p0 AS id MATCH (n:Entity {id: id}) WITH *, n.id AS p0 CALL (p0) { MATCH ()-[r:DEVELOPS]->(n) USING INDEX r:DEVELOPS(from, to, id) WHERE r.from = p0 AND r.to IS NOT NULL AND r.id IS NOT NULL AND ((r.to >= $p1 AND r.to < $p2)) AND ((r.role > $p3 OR r.role IS NULL) OR r.role = $p4 AND r.to > $p5 OR r.role = $p6 AND r.to = $p7 AND r.id > $p8) WITH n, r ORDER BY r.role, r.to, r.id LIMIT $p9 RETURN collect([n.id, r.role, r.to, r.id]) AS b0_0 } RETURN n.id, b0_0

// relationships of any type, next
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH ()<-[r:LOCATED_IN]-(n) USING INDEX r:LOCATED_IN(to, from, id) WHERE r.to = pid AND r.from IS NOT NULL AND r.id IS NOT NULL RETURN n, r, $p1 AS walk, r.from AS far ORDER BY r.to, r.from, r.id LIMIT $p2 UNION ALL MATCH ()-[r:LOCATED_IN]->(n) USING INDEX r:LOCATED_IN(from, to, id) WHERE r.from = pid AND r.to IS NOT NULL AND r.id IS NOT NULL RETURN n, r, $p3 AS walk, r.to AS far ORDER BY r.from, r.to, r.id LIMIT $p4 } RETURN pid, walk, far, r.from, r.to, n.id, r.id
UNWIND $p0 AS pid CALL (pid) { MATCH ()<-[r:LOCATED_IN]-(n) USING INDEX r:LOCATED_IN(to, from, id) WHERE r.to = pid AND r.from IS NOT NULL AND r.id IS NOT NULL AND r.from >= $p1 AND (r.from > $p2 OR r.id > $p3) RETURN n, r, $p4 AS walk, r.from AS far ORDER BY r.to, r.from, r.id LIMIT $p5 UNION ALL MATCH ()-[r:LOCATED_IN]->(n) USING INDEX r:LOCATED_IN(from, to, id) WHERE r.from = pid AND r.to IS NOT NULL AND r.id IS NOT NULL RETURN n, r, $p6 AS walk, r.to AS far ORDER BY r.from, r.to, r.id LIMIT $p7 } RETURN pid, walk, far, r.from, r.to, n.id, r.id

// conditions of every kind
MATCH (n:Entity:Project) WHERE n.id >= $p0 AND n.id < $p1 AND (n.name STARTS WITH $p2 OR $p3 IN n.aliases OR n.investmentCny >= $p4 AND n.investmentCny < $p5 OR (n.targetDate >= $p6 AND n.targetDate < $p7) AND n.targetDate <= $p8 OR n.areaMu IS NULL) AND NOT (EXISTS { MATCH (n)-[:LOCATED_IN*1..12]->(:Entity {id: $p9}) } AND EXISTS { MATCH (n)-[r3:STANDS_IN]->(n3) WHERE EXISTS { MATCH (n3)<-[r4:DEVELOPS]-(n4) WHERE r4.role IN $p10 } }) RETURN n.id ORDER BY n.id LIMIT $p11
