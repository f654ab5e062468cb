// any types
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN id, COUNT { (n)-->() } + COUNT { (n)<--() } - COUNT { (n)-[:STANDS_IN]->() } - COUNT { (n)<-[:STANDS_IN]-() }
UNWIND $p0 AS id MATCH (n:Entity {id: id})-[r:LOCATED_IN|PART_OF|DEVELOPS|HAS_STAGE|FEEDS|PRODUCES|LEADS|JOINS|LACKS|BUILDS|SUPPLIES|PARTNERS_WITH|FUNDS|FOUNDED|MANAGES|SUBSCRIBES|SUB_FUND_OF|TARGETS|OWNS|SUPPORTS|ASSIGNED_TO|CHAIRS|MEMBER_OF|ISSUED|APPLIES_TO|HOLDS_OFFICE|ATTENDED|VISITED|HOSTS|REACHED|AWARDED|AUTHORED]-(far) WHERE far:Zone OR far:Industry OR far:Chain OR far:Stage OR far:Product OR far:Company OR far:Project OR far:University OR far:Institute OR far:Agency OR far:Fund OR far:Person OR far:Policy OR far:Platform OR far:TaskForce OR far:Measure OR far:Milestone OR far:Designation OR far.id IN $p1 WITH id, far.id AS farId, COUNT { (far)-->() } + COUNT { (far)<--() } - COUNT { (far)-[:STANDS_IN]->() } - COUNT { (far)<-[:STANDS_IN]-() } AS degree WHERE degree > 1 OR farId IN $p2 RETURN id, farId, degree
UNWIND $p0 AS pair MATCH (a:Entity {id: pair[0]}) MATCH (b:Entity {id: pair[1]}) MATCH (a)-[r:LOCATED_IN|PART_OF|DEVELOPS|HAS_STAGE|FEEDS|PRODUCES|LEADS|JOINS|LACKS|BUILDS|SUPPLIES|PARTNERS_WITH|FUNDS|FOUNDED|MANAGES|SUBSCRIBES|SUB_FUND_OF|TARGETS|OWNS|SUPPORTS|ASSIGNED_TO|CHAIRS|MEMBER_OF|ISSUED|APPLIES_TO|HOLDS_OFFICE|ATTENDED|VISITED|HOSTS|REACHED|AWARDED|AUTHORED]-(b) RETURN r.from, r.to, r.id
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id

// some types and kinds
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN id, COUNT { (n)-[:LOCATED_IN]->() } + COUNT { (n)<-[:LOCATED_IN]-() }
UNWIND $p0 AS id MATCH (n:Entity {id: id})-[r:LOCATED_IN]-(far) WHERE far:Region OR far.id IN $p1 WITH id, far.id AS farId, COUNT { (far)-[:LOCATED_IN]->() } + COUNT { (far)<-[:LOCATED_IN]-() } AS degree WHERE degree > 1 OR farId IN $p2 RETURN id, farId, degree
UNWIND $p0 AS pair MATCH (a:Entity {id: pair[0]}) MATCH (b:Entity {id: pair[1]}) MATCH (a)-[r:LOCATED_IN]-(b) RETURN r.from, r.to, r.id
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id

// no kind
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN id, COUNT { (n)-->() } + COUNT { (n)<--() } - COUNT { (n)-[:STANDS_IN]->() } - COUNT { (n)<-[:STANDS_IN]-() }
UNWIND $p0 AS id MATCH (n:Entity {id: id})-[r:LOCATED_IN|PART_OF|DEVELOPS|HAS_STAGE|FEEDS|PRODUCES|LEADS|JOINS|LACKS|BUILDS|SUPPLIES|PARTNERS_WITH|FUNDS|FOUNDED|MANAGES|SUBSCRIBES|SUB_FUND_OF|TARGETS|OWNS|SUPPORTS|ASSIGNED_TO|CHAIRS|MEMBER_OF|ISSUED|APPLIES_TO|HOLDS_OFFICE|ATTENDED|VISITED|HOSTS|REACHED|AWARDED|AUTHORED]-(far) WHERE $p1 OR far.id IN $p2 WITH id, far.id AS farId, COUNT { (far)-->() } + COUNT { (far)<--() } - COUNT { (far)-[:STANDS_IN]->() } - COUNT { (far)<-[:STANDS_IN]-() } AS degree WHERE degree > 1 OR farId IN $p3 RETURN id, farId, degree
