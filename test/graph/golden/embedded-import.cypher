// prepare
MATCH (l:WriteLease {id: 'graph'}) RETURN l.number, l.holder, l.dataset, timestamp() - l.renewed < l.lasts
MATCH (d:Dataset) RETURN d.id, d.finished, d.entities, d.relationships, d.search, d.derived
MATCH (n:Region) RETURN $p0 AS item, count(n) AS total UNION ALL MATCH (n:Zone) RETURN $p1 AS item, count(n) AS total UNION ALL MATCH (n:Industry) RETURN $p2 AS item, count(n) AS total UNION ALL MATCH (n:Chain) RETURN $p3 AS item, count(n) AS total UNION ALL MATCH (n:Stage) RETURN $p4 AS item, count(n) AS total UNION ALL MATCH (n:Product) RETURN $p5 AS item, count(n) AS total UNION ALL MATCH (n:Company) RETURN $p6 AS item, count(n) AS total UNION ALL MATCH (n:Project) RETURN $p7 AS item, count(n) AS total UNION ALL MATCH (n:University) RETURN $p8 AS item, count(n) AS total UNION ALL MATCH (n:Institute) RETURN $p9 AS item, count(n) AS total UNION ALL MATCH (n:Agency) RETURN $p10 AS item, count(n) AS total UNION ALL MATCH (n:Fund) RETURN $p11 AS item, count(n) AS total UNION ALL MATCH (n:Person) RETURN $p12 AS item, count(n) AS total UNION ALL MATCH (n:Policy) RETURN $p13 AS item, count(n) AS total UNION ALL MATCH (n:Platform) RETURN $p14 AS item, count(n) AS total UNION ALL MATCH (n:TaskForce) RETURN $p15 AS item, count(n) AS total UNION ALL MATCH (n:Measure) RETURN $p16 AS item, count(n) AS total UNION ALL MATCH (n:Milestone) RETURN $p17 AS item, count(n) AS total UNION ALL MATCH (n:Designation) RETURN $p18 AS item, count(n) AS total UNION ALL MATCH (n:Source) RETURN $p19 AS item, count(n) AS total UNION ALL MATCH ()-[r:LOCATED_IN]->() RETURN $p20 AS item, count(r) AS total UNION ALL MATCH ()-[r:PART_OF]->() RETURN $p21 AS item, count(r) AS total UNION ALL MATCH ()-[r:DEVELOPS]->() RETURN $p22 AS item, count(r) AS total UNION ALL MATCH ()-[r:HAS_STAGE]->() RETURN $p23 AS item, count(r) AS total UNION ALL MATCH ()-[r:FEEDS]->() RETURN $p24 AS item, count(r) AS total UNION ALL MATCH ()-[r:PRODUCES]->() RETURN $p25 AS item, count(r) AS total UNION ALL MATCH ()-[r:LEADS]->() RETURN $p26 AS item, count(r) AS total UNION ALL MATCH ()-[r:JOINS]->() RETURN $p27 AS item, count(r) AS total UNION ALL MATCH ()-[r:LACKS]->() RETURN $p28 AS item, count(r) AS total UNION ALL MATCH ()-[r:BUILDS]->() RETURN $p29 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUPPLIES]->() RETURN $p30 AS item, count(r) AS total UNION ALL MATCH ()-[r:PARTNERS_WITH]->() RETURN $p31 AS item, count(r) AS total UNION ALL MATCH ()-[r:FUNDS]->() RETURN $p32 AS item, count(r) AS total UNION ALL MATCH ()-[r:FOUNDED]->() RETURN $p33 AS item, count(r) AS total UNION ALL MATCH ()-[r:MANAGES]->() RETURN $p34 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUBSCRIBES]->() RETURN $p35 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUB_FUND_OF]->() RETURN $p36 AS item, count(r) AS total UNION ALL MATCH ()-[r:TARGETS]->() RETURN $p37 AS item, count(r) AS total UNION ALL MATCH ()-[r:OWNS]->() RETURN $p38 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUPPORTS]->() RETURN $p39 AS item, count(r) AS total UNION ALL MATCH ()-[r:ASSIGNED_TO]->() RETURN $p40 AS item, count(r) AS total UNION ALL MATCH ()-[r:CHAIRS]->() RETURN $p41 AS item, count(r) AS total UNION ALL MATCH ()-[r:MEMBER_OF]->() RETURN $p42 AS item, count(r) AS total UNION ALL MATCH ()-[r:ISSUED]->() RETURN $p43 AS item, count(r) AS total UNION ALL MATCH ()-[r:APPLIES_TO]->() RETURN $p44 AS item, count(r) AS total UNION ALL MATCH ()-[r:HOLDS_OFFICE]->() RETURN $p45 AS item, count(r) AS total UNION ALL MATCH ()-[r:ATTENDED]->() RETURN $p46 AS item, count(r) AS total UNION ALL MATCH ()-[r:VISITED]->() RETURN $p47 AS item, count(r) AS total UNION ALL MATCH ()-[r:HOSTS]->() RETURN $p48 AS item, count(r) AS total UNION ALL MATCH ()-[r:REACHED]->() RETURN $p49 AS item, count(r) AS total UNION ALL MATCH ()-[r:AWARDED]->() RETURN $p50 AS item, count(r) AS total UNION ALL MATCH ()-[r:AUTHORED]->() RETURN $p51 AS item, count(r) AS total
MATCH (n:Entity) RETURN count(n)

// state
MATCH (d:Dataset) RETURN d.id, d.finished, d.entities, d.relationships, d.search, d.derived
MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH (l:WriteLease) WITH nodes, count(l) AS leases RETURN nodes - leases

// import
MATCH (l:WriteLease {id: 'graph'}) RETURN l.number, l.holder, l.dataset, timestamp() - l.renewed < l.lasts
MERGE (l:WriteLease {id: 'graph'}) ON CREATE SET l.number = 0
MATCH (l:WriteLease {id: 'graph'}) SET l.id = 'graph' WITH l WHERE l.number = $p0 SET l.number = l.number + 1, l.holder = $p1, l.dataset = $p2, l.rows = 0, l.lasts = $p3, l.began = timestamp(), l.renewed = timestamp() RETURN l.holder
MATCH (d:Dataset) RETURN d.id, d.finished, d.entities, d.relationships, d.search, d.derived
MATCH (n) WITH count(n) AS nodes OPTIONAL MATCH (l:WriteLease) WITH nodes, count(l) AS leases RETURN nodes - leases
MATCH (n:Entity) WHERE coalesce(n.dataset, '') <> $p0 RETURN n.id LIMIT 1
MATCH (d:Dataset {id: $p0}) RETURN properties(d)
MERGE (d:Dataset {id: $p0}) SET d = $p1 SET d.finished = false, d.began = timestamp()
MATCH (l:WriteLease {id: 'graph'}) SET l.id = 'graph' WITH l WHERE l.holder = $p0 SET l.number = l.number + 1, l.rows = $p1, l.renewed = timestamp() RETURN l.number
UNWIND $p0 AS row CREATE (n:Source:Entity) SET n = row
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:OWNS]->(b) SET r = row
MERGE (d:Dataset {id: $p0}) SET d = $p1
MATCH (l:WriteLease {id: 'graph'}) SET l.id = 'graph' WITH l WHERE l.holder = $p0 SET l.number = l.number + 1, l.holder = null, l.dataset = null, l.rows = null, l.lasts = null, l.began = null, l.renewed = null RETURN l.number

// import again
MATCH (l:WriteLease {id: 'graph'}) RETURN l.number, l.holder, l.dataset, timestamp() - l.renewed < l.lasts
MATCH (l:WriteLease {id: 'graph'}) SET l.id = 'graph' WITH l WHERE l.number = $p0 SET l.number = l.number + 1, l.holder = $p1, l.dataset = $p2, l.rows = 0, l.lasts = $p3, l.began = timestamp(), l.renewed = timestamp() RETURN l.holder
MATCH (d:Dataset) RETURN d.id, d.finished, d.entities, d.relationships, d.search, d.derived
MATCH (n:Entity) WHERE coalesce(n.dataset, '') <> $p0 RETURN n.id LIMIT 1
MATCH (n:Entity) WHERE n.id > $p0 AND n.dataset = $p1 RETURN n.id ORDER BY n.id LIMIT $p2
MATCH (d:Dataset {id: $p0}) RETURN properties(d)
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, properties(n)
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:OWNS]->() WHERE r.id = row.id RETURN r.id, properties(r)
MATCH ()-[r:AUTHORED]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
MATCH (l:WriteLease {id: 'graph'}) SET l.id = 'graph' WITH l WHERE l.holder = $p0 SET l.number = l.number + 1, l.holder = null, l.dataset = null, l.rows = null, l.lasts = null, l.began = null, l.renewed = null RETURN l.number

// import an edit
MATCH (l:WriteLease {id: 'graph'}) RETURN l.number, l.holder, l.dataset, timestamp() - l.renewed < l.lasts
MATCH (l:WriteLease {id: 'graph'}) SET l.id = 'graph' WITH l WHERE l.number = $p0 SET l.number = l.number + 1, l.holder = $p1, l.dataset = $p2, l.rows = 0, l.lasts = $p3, l.began = timestamp(), l.renewed = timestamp() RETURN l.holder
MATCH (d:Dataset) RETURN d.id, d.finished, d.entities, d.relationships, d.search, d.derived
MATCH (n:Entity) WHERE coalesce(n.dataset, '') <> $p0 RETURN n.id LIMIT 1
MATCH (n:Entity) WHERE n.id > $p0 AND n.dataset = $p1 RETURN n.id ORDER BY n.id LIMIT $p2
UNWIND $p0 AS id MATCH (n:Entity {id: id})-[r]-() WHERE coalesce(r.dataset, '') <> $p1 AND NOT type(r) IN $p2 RETURN n.id, r.id, r.dataset
MATCH (d:Dataset {id: $p0}) RETURN properties(d)
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id, properties(n)
MERGE (d:Dataset {id: $p0}) SET d = $p1 SET d.finished = false, d.began = timestamp()
MATCH (l:WriteLease {id: 'graph'}) SET l.id = 'graph' WITH l WHERE l.holder = $p0 SET l.number = l.number + 1, l.rows = $p1, l.renewed = timestamp() RETURN l.number
UNWIND $p0 AS row MATCH (n:Entity {id: row.id}) SET n = row
UNWIND $p0 AS row CREATE (n:Company:Party:Entity) SET n = row
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:OWNS]->() WHERE r.id = row.id RETURN r.id, properties(r)
MATCH ()-[r:OWNS]->() WHERE $p0[r.id] IS NOT NULL RETURN r.id, r.dataset
MATCH ()-[r:OWNS]->() WHERE $p0[r.id] IS NOT NULL DELETE r
UNWIND $p0 AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:OWNS]->(b) SET r = row
UNWIND $p0 AS row MATCH (:Entity {id: row.from})-[r:OWNS]->() WHERE r.id = row.id SET r = row
MATCH ()-[r:AUTHORED]->() WHERE r.id > $p0 AND r.dataset = $p1 RETURN r.id ORDER BY r.id LIMIT $p2
UNWIND $p0 AS id MATCH (n:Entity {id: id}) DETACH DELETE n
MERGE (d:Dataset {id: $p0}) SET d = $p1
MATCH (l:WriteLease {id: 'graph'}) SET l.id = 'graph' WITH l WHERE l.holder = $p0 SET l.number = l.number + 1, l.holder = null, l.dataset = null, l.rows = null, l.lasts = null, l.began = null, l.renewed = null RETURN l.number

// prepare what another tool wrote
MATCH (l:WriteLease {id: 'graph'}) RETURN l.number, l.holder, l.dataset, timestamp() - l.renewed < l.lasts
MATCH (d:Dataset) RETURN d.id, d.finished, d.entities, d.relationships, d.search, d.derived
MATCH (n:Region) RETURN $p0 AS item, count(n) AS total UNION ALL MATCH (n:Zone) RETURN $p1 AS item, count(n) AS total UNION ALL MATCH (n:Industry) RETURN $p2 AS item, count(n) AS total UNION ALL MATCH (n:Chain) RETURN $p3 AS item, count(n) AS total UNION ALL MATCH (n:Stage) RETURN $p4 AS item, count(n) AS total UNION ALL MATCH (n:Product) RETURN $p5 AS item, count(n) AS total UNION ALL MATCH (n:Company) RETURN $p6 AS item, count(n) AS total UNION ALL MATCH (n:Project) RETURN $p7 AS item, count(n) AS total UNION ALL MATCH (n:University) RETURN $p8 AS item, count(n) AS total UNION ALL MATCH (n:Institute) RETURN $p9 AS item, count(n) AS total UNION ALL MATCH (n:Agency) RETURN $p10 AS item, count(n) AS total UNION ALL MATCH (n:Fund) RETURN $p11 AS item, count(n) AS total UNION ALL MATCH (n:Person) RETURN $p12 AS item, count(n) AS total UNION ALL MATCH (n:Policy) RETURN $p13 AS item, count(n) AS total UNION ALL MATCH (n:Platform) RETURN $p14 AS item, count(n) AS total UNION ALL MATCH (n:TaskForce) RETURN $p15 AS item, count(n) AS total UNION ALL MATCH (n:Measure) RETURN $p16 AS item, count(n) AS total UNION ALL MATCH (n:Milestone) RETURN $p17 AS item, count(n) AS total UNION ALL MATCH (n:Designation) RETURN $p18 AS item, count(n) AS total UNION ALL MATCH (n:Source) RETURN $p19 AS item, count(n) AS total UNION ALL MATCH ()-[r:LOCATED_IN]->() RETURN $p20 AS item, count(r) AS total UNION ALL MATCH ()-[r:PART_OF]->() RETURN $p21 AS item, count(r) AS total UNION ALL MATCH ()-[r:DEVELOPS]->() RETURN $p22 AS item, count(r) AS total UNION ALL MATCH ()-[r:HAS_STAGE]->() RETURN $p23 AS item, count(r) AS total UNION ALL MATCH ()-[r:FEEDS]->() RETURN $p24 AS item, count(r) AS total UNION ALL MATCH ()-[r:PRODUCES]->() RETURN $p25 AS item, count(r) AS total UNION ALL MATCH ()-[r:LEADS]->() RETURN $p26 AS item, count(r) AS total UNION ALL MATCH ()-[r:JOINS]->() RETURN $p27 AS item, count(r) AS total UNION ALL MATCH ()-[r:LACKS]->() RETURN $p28 AS item, count(r) AS total UNION ALL MATCH ()-[r:BUILDS]->() RETURN $p29 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUPPLIES]->() RETURN $p30 AS item, count(r) AS total UNION ALL MATCH ()-[r:PARTNERS_WITH]->() RETURN $p31 AS item, count(r) AS total UNION ALL MATCH ()-[r:FUNDS]->() RETURN $p32 AS item, count(r) AS total UNION ALL MATCH ()-[r:FOUNDED]->() RETURN $p33 AS item, count(r) AS total UNION ALL MATCH ()-[r:MANAGES]->() RETURN $p34 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUBSCRIBES]->() RETURN $p35 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUB_FUND_OF]->() RETURN $p36 AS item, count(r) AS total UNION ALL MATCH ()-[r:TARGETS]->() RETURN $p37 AS item, count(r) AS total UNION ALL MATCH ()-[r:OWNS]->() RETURN $p38 AS item, count(r) AS total UNION ALL MATCH ()-[r:SUPPORTS]->() RETURN $p39 AS item, count(r) AS total UNION ALL MATCH ()-[r:ASSIGNED_TO]->() RETURN $p40 AS item, count(r) AS total UNION ALL MATCH ()-[r:CHAIRS]->() RETURN $p41 AS item, count(r) AS total UNION ALL MATCH ()-[r:MEMBER_OF]->() RETURN $p42 AS item, count(r) AS total UNION ALL MATCH ()-[r:ISSUED]->() RETURN $p43 AS item, count(r) AS total UNION ALL MATCH ()-[r:APPLIES_TO]->() RETURN $p44 AS item, count(r) AS total UNION ALL MATCH ()-[r:HOLDS_OFFICE]->() RETURN $p45 AS item, count(r) AS total UNION ALL MATCH ()-[r:ATTENDED]->() RETURN $p46 AS item, count(r) AS total UNION ALL MATCH ()-[r:VISITED]->() RETURN $p47 AS item, count(r) AS total UNION ALL MATCH ()-[r:HOSTS]->() RETURN $p48 AS item, count(r) AS total UNION ALL MATCH ()-[r:REACHED]->() RETURN $p49 AS item, count(r) AS total UNION ALL MATCH ()-[r:AWARDED]->() RETURN $p50 AS item, count(r) AS total UNION ALL MATCH ()-[r:AUTHORED]->() RETURN $p51 AS item, count(r) AS total
MATCH (n:Entity) RETURN count(n)
MATCH (n:Source) WHERE n.id IS NULL RETURN count(n)
MATCH ()-[r:AUTHORED]->() WHERE r.id IS NULL RETURN count(r)
MATCH (l:WriteLease {id: 'graph'}) SET l.id = 'graph' WITH l WHERE l.number = $p0 SET l.number = l.number + 1, l.holder = $p1, l.dataset = $p2, l.rows = 0, l.lasts = $p3, l.began = timestamp(), l.renewed = timestamp() RETURN l.holder
MATCH (n:Zone) WHERE NOT (n:Zone AND n:Party AND n:Place AND n:Entity) WITH n LIMIT $p0 SET n:Zone:Party:Place:Entity RETURN count(n)
MATCH (l:WriteLease {id: 'graph'}) SET l.id = 'graph' WITH l WHERE l.holder = $p0 SET l.number = l.number + 1, l.rows = $p1, l.renewed = timestamp() RETURN l.number
MATCH (n:Source) WHERE NOT (n:Source AND n:Entity) WITH n LIMIT $p0 SET n:Source:Entity RETURN count(n)
MATCH (n:Person) WHERE NOT (n:Person AND n:Party AND n:Entity) WITH n LIMIT $p0 SET n:Person:Party:Entity RETURN count(n)
MATCH (a)-[r:AUTHORED]->(b) WHERE (r.from IS NULL AND a.id IS NOT NULL) OR (r.to IS NULL AND b.id IS NOT NULL) WITH a, r, b LIMIT $p0 SET r.from = a.id, r.to = b.id RETURN count(r)
MATCH (n:Entity) WHERE n.id > $p0 AND (n.searchText IS NULL OR NOT n.searchText STARTS WITH $p1 ) RETURN n.id, n.name, n.aliases, n.nameEn, n.code, n.articleCode ORDER BY n.id LIMIT $p2
UNWIND $p0 AS row MATCH (n:Entity {id: row.id}) SET n.searchText = row.searchText
MATCH ()-[r:LEADS]->() WHERE true WITH r.from AS start, count(r) AS total RETURN start, total ORDER BY start
MATCH (d:Dataset) SET d.search = $p0, d.derived = $p1
MATCH (l:WriteLease {id: 'graph'}) SET l.id = 'graph' WITH l WHERE l.holder = $p0 SET l.number = l.number + 1, l.holder = null, l.dataset = null, l.rows = null, l.lasts = null, l.began = null, l.renewed = null RETURN l.number
