// prepare
MATCH (d:Dataset) RETURN d.id, d.finished, d.entities, d.relationships
MATCH (n:Region) RETURN $p0 AS item, count(n) AS total UNION ALL MATCH (n:Zone) RETURN $p1 AS item, count(n) AS total UNION ALL MATCH (n:Industry) RETURN $p2 AS item, count(n) AS total UNION ALL MATCH (n:Chain) RETURN $p3 AS item, count(n) AS total UNION ALL MATCH (n:Stage) RETURN $p4 AS item, count(n) AS total UNION ALL MATCH (n:Product) RETURN $p5 AS item, count(n) AS total UNION ALL MATCH (n:Company) RETURN $p6 AS item, count(n) AS total UNION ALL MATCH (n:Project) RETURN $p7 AS item, count(n) AS total UNION ALL MATCH (n:University) RETURN $p8 AS item, count(n) AS total UNION ALL MATCH (n:Institute) RETURN $p9 AS item, count(n) AS total UNION ALL MATCH (n:Agency) RETURN $p10 AS item, count(n) AS total UNION ALL MATCH (n:Fund) RETURN $p11 AS item, count(n) AS total UNION ALL MATCH (n:Person) RETURN $p12 AS item, count(n) AS total UNION ALL MATCH (n:Policy) RETURN $p13 AS item, count(n) AS total UNION ALL MATCH (n:Platform) RETURN $p14 AS item, count(n) AS total UNION ALL MATCH (n:TaskForce) RETURN $p15 AS item, count(n) AS total UNION ALL MATCH (n:Measure) RETURN $p16 AS item, count(n) AS total UNION ALL MATCH (n:Milestone) RETURN $p17 AS item, count(n) AS total UNION ALL MATCH (n:Designation) RETURN $p18 AS item, count(n) AS total UNION ALL MATCH (n:Source) RETURN $p19 AS item, count(n) AS total UNION ALL MATCH ()-[r:LOCATED_IN]->() RETURN $p20 AS item, count(r) AS total UNION ALL MATCH ()-[r:PART_OF]->() RETURN $p21 AS item, count(r) AS total UNION ALL MATCH ()-[r:DEVELOPS]->() RETURN $p22 AS item, count(r) AS total UNION ALL MATCH ()-[r:HAS_STAGE]->() RETURN $p23 AS item, count(r) AS total UNION ALL MATCH ()-[r:FEEDS]->() RETURN $p24 AS item, count(r) AS total UNION ALL MATCH ()-[r:PRODUCES]->() RETURN $p25 AS item, count(r) AS total UNION ALL MATCH ()-[r:LEADS]->() RETURN $p26 AS item, count(r) AS total UNION ALL MATCH ()-[r:JOINS]->() RETURN $p27 AS item, count(r) AS total UNION ALL MATCH ()-[r:BUILDS]->() RETURN $p28 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUPPLIES]->() RETURN $p29 AS item, count(r) AS total UNION ALL MATCH ()-[r:PARTNERS_WITH]->() RETURN $p30 AS item, count(r) AS total UNION ALL MATCH ()-[r:FUNDS]->() RETURN $p31 AS item, count(r) AS total UNION ALL MATCH ()-[r:FOUNDED]->() RETURN $p32 AS item, count(r) AS total UNION ALL MATCH ()-[r:MANAGES]->() RETURN $p33 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUBSCRIBES]->() RETURN $p34 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUB_FUND_OF]->() RETURN $p35 AS item, count(r) AS total UNION ALL MATCH ()-[r:TARGETS]->() RETURN $p36 AS item, count(r) AS total UNION ALL MATCH ()-[r:OWNS]->() RETURN $p37 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUPPORTS]->() RETURN $p38 AS item, count(r) AS total UNION ALL MATCH ()-[r:ASSIGNED_TO]->() RETURN $p39 AS item, count(r) AS total UNION ALL MATCH ()-[r:CHAIRS]->() RETURN $p40 AS item, count(r) AS total UNION ALL MATCH ()-[r:MEMBER_OF]->() RETURN $p41 AS item, count(r) AS total UNION ALL MATCH ()-[r:ISSUED]->() RETURN $p42 AS item, count(r) AS total UNION ALL MATCH ()-[r:APPLIES_TO]->() RETURN $p43 AS item, count(r) AS total UNION ALL MATCH ()-[r:HOLDS_OFFICE]->() RETURN $p44 AS item, count(r) AS total UNION ALL MATCH ()-[r:ATTENDED]->() RETURN $p45 AS item, count(r) AS total UNION ALL MATCH ()-[r:VISITED]->() RETURN $p46 AS item, count(r) AS total UNION ALL MATCH ()-[r:HOSTS]->() RETURN $p47 AS item, count(r) AS total UNION ALL MATCH ()-[r:REACHED]->() RETURN $p48 AS item, count(r) AS total UNION ALL MATCH ()-[r:AWARDED]->() RETURN $p49 AS item, count(r) AS total UNION ALL MATCH ()-[r:AUTHORED]->() RETURN $p50 AS item, count(r) AS total
MATCH (n:Entity) RETURN count(n)

// state
MATCH (d:Dataset) RETURN d.id, d.finished, d.entities, d.relationships
MATCH (n) RETURN count(n)

// import
MATCH (d:Dataset) RETURN d.id, d.finished, d.entities, d.relationships
MATCH (n) RETURN count(n)
MATCH (n:Entity) WHERE coalesce(n.dataset, '') <> $p0 RETURN n.id LIMIT 1
MERGE (d:Dataset {id: $p0}) SET d = $p1
UNWIND $p0 AS row CREATE (n:Region:Party:Place:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Zone:Party:Place:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Industry:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Chain:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Stage:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Product:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Company:Party:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Project:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:University:Party:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Institute:Party:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Agency:Party:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Fund:Party:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Person:Party:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Policy:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Platform:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:TaskForce:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Measure:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Milestone:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Designation:Entity) SET n = row
UNWIND $p0 AS row CREATE (n:Source:Entity) SET n = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:LOCATED_IN]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:PART_OF]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:DEVELOPS]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:HAS_STAGE]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:FEEDS]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:PRODUCES]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:LEADS]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:JOINS]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:BUILDS]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:PARTNERS_WITH]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:FUNDS]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:FOUNDED]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:SUBSCRIBES]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:TARGETS]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:SUPPORTS]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:ASSIGNED_TO]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:CHAIRS]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:MEMBER_OF]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:ISSUED]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:APPLIES_TO]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:HOLDS_OFFICE]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:ATTENDED]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:VISITED]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:HOSTS]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:REACHED]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:AWARDED]->(b) SET r = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:AUTHORED]->(b) SET r = row
MATCH (d:Dataset {id: $p0}) RETURN properties(d)

// import again
MATCH (d:Dataset) RETURN d.id, d.finished, d.entities, d.relationships
MATCH (n:Entity) WHERE coalesce(n.dataset, '') <> $p0 RETURN n.id LIMIT 1
MATCH (n:Entity) WHERE n.id > $p0 AND n.dataset = $p1 RETURN n.id ORDER BY n.id LIMIT $p2
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, properties(n)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:LOCATED_IN]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:PART_OF]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:DEVELOPS]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:HAS_STAGE]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:FEEDS]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:PRODUCES]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:LEADS]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:JOINS]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:BUILDS]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:PARTNERS_WITH]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:FUNDS]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:FOUNDED]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:SUBSCRIBES]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:TARGETS]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:SUPPORTS]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:ASSIGNED_TO]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:CHAIRS]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:MEMBER_OF]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:ISSUED]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:APPLIES_TO]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:HOLDS_OFFICE]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:ATTENDED]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:VISITED]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:HOSTS]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:REACHED]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:AWARDED]->() WHERE r.id = row.id RETURN r.id, properties(r)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:AUTHORED]->() WHERE r.id = row.id RETURN r.id, properties(r)
MATCH ()-[r:LOCATED_IN]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:PART_OF]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:DEVELOPS]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:HAS_STAGE]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:FEEDS]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:PRODUCES]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:LEADS]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:JOINS]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:BUILDS]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:SUPPLIES]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:PARTNERS_WITH]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:FUNDS]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:FOUNDED]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:MANAGES]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:SUBSCRIBES]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:SUB_FUND_OF]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:TARGETS]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:OWNS]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:SUPPORTS]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:ASSIGNED_TO]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:CHAIRS]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:MEMBER_OF]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:ISSUED]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:APPLIES_TO]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:HOLDS_OFFICE]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:ATTENDED]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:VISITED]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:HOSTS]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:REACHED]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:AWARDED]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH ()-[r:AUTHORED]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH (d:Dataset {id: $p0}) RETURN properties(d)

// list by id
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 RETURN n.id AS k0, n.id, n.name ORDER BY n.id LIMIT $p2

// list by id, from the end
MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 RETURN n.id AS k0, n.id, n.name ORDER BY n.id DESC LIMIT $p2

// list by id, filtered
MATCH (n:Entity:Project) WHERE n.id >= $p0 AND n.id < $p1 AND n.status = $p2 RETURN n.id AS k0, n.id ORDER BY n.id LIMIT $p3

// list by one indexed property
CALL () { MATCH (n:Project) WHERE n.investmentCny IS NOT NULL AND n.id IS NOT NULL RETURN n ORDER BY n.investmentCny, n.id LIMIT $p0 UNION ALL MATCH (n:Entity) WHERE n.id >= $p1 AND n.id < $p2 AND n.investmentCny IS NULL RETURN n ORDER BY n.id LIMIT $p0 } RETURN n.investmentCny AS k0, n.id AS k1, n.id ORDER BY n.investmentCny, n.id LIMIT $p0

// list by one indexed property, descending
CALL () { MATCH (n:Entity) WHERE n.id >= $p0 AND n.id < $p1 AND n.investmentCny IS NULL RETURN n ORDER BY n.id LIMIT $p2 UNION ALL MATCH (n:Project) WHERE n.investmentCny IS NOT NULL AND n.id IS NOT NULL RETURN n ORDER BY n.investmentCny DESC, n.id LIMIT $p2 } RETURN n.investmentCny AS k0, n.id AS k1, n.id ORDER BY n.investmentCny DESC, n.id LIMIT $p2

// list by several
MATCH (n:Project) RETURN n.status AS k0, n.name AS k1, n.id AS k2, n.id ORDER BY n.status, n.name DESC, n.id LIMIT $p0

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
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) RETURN n, r ORDER BY r.from, r.id LIMIT $p3 } RETURN pid, r.from AS k0, r.id AS k1, n.id, n.name, r.id

// page, from the end
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})-[r:DEVELOPS]->(n) WHERE true AND ((r.to >= $p1 AND r.to < $p2)) RETURN n, r ORDER BY r.to DESC, r.id DESC LIMIT $p3 } RETURN pid, r.to AS k0, r.id AS k1, n.id, r.id, r.role

// page, filtered and ordered
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})-[r:DEVELOPS]->(n) WHERE true AND ((r.to >= $p1 AND r.to < $p2)) AND r.role = $p3 RETURN n, r ORDER BY r.formation, n.name, r.to, r.id LIMIT $p4 } RETURN pid, r.formation AS k0, n.name AS k1, r.to AS k2, r.id AS k3, n.id, n.name, r.id

// count of a page
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})-[r:DEVELOPS]->(n) WHERE true AND ((r.to >= $p1 AND r.to < $p2)) RETURN count(r) AS total } RETURN pid, total

// count of a page of one kind
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) RETURN count(r) AS total } RETURN pid, total

// relationships of any type
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true RETURN n, r, $p1 AS walk, r.from AS far ORDER BY r.from, r.id LIMIT $p2 UNION ALL MATCH (:Entity {id: pid})-[r:LOCATED_IN]->(n) WHERE true RETURN n, r, $p3 AS walk, r.to AS far ORDER BY r.to, r.id LIMIT $p2 UNION ALL MATCH (:Entity {id: pid})-[r:DEVELOPS]->(n) WHERE true RETURN n, r, $p4 AS walk, r.to AS far ORDER BY r.to, r.id LIMIT $p2 } RETURN pid, walk, far, r.from, r.to, n.id, n.name, r.id
UNWIND $p0 AS pid MATCH (p:Entity {id: pid}) RETURN pid, COUNT { (p)<-[:LOCATED_IN]-() } + COUNT { (p)-[:LOCATED_IN]->() } + COUNT { (p)-[:DEVELOPS]->() }

// relationships to one kind
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) RETURN n, r, $p3 AS walk, r.from AS far ORDER BY r.from, r.id LIMIT $p4 } RETURN pid, walk, far, r.from, r.to, n.id, r.id
UNWIND $p0 AS pid MATCH (p:Entity {id: pid}) RETURN pid, COUNT { MATCH (:Entity {id: pid})<-[r:LOCATED_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) }

// conditions of every kind
MATCH (n:Entity:Project) WHERE n.id >= $p0 AND n.id < $p1 AND (n.name STARTS WITH $p2 OR $p3 IN n.aliases OR n.investmentCny >= $p4 AND n.investmentCny < $p5 OR (n.targetDate >= $p6 AND n.targetDate < $p7) AND n.targetDate <= $p7 OR n.areaMu IS NULL) AND NOT (EXISTS { MATCH (n)-[:LOCATED_IN*1..12]->(:Entity {id: $p8}) } AND EXISTS { MATCH (n)-[r1:JOINS]->(n1:Chain) WHERE EXISTS { MATCH (n1)<-[r2:DEVELOPS]-(n2) WHERE r2.role IN $p9 } }) RETURN n.id AS k0, n.id ORDER BY n.id LIMIT $p10
