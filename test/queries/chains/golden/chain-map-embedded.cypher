// a chain's map
MATCH (n:Entity {id: $p0}) RETURN n.extendedCompanyCount AS companies, n.extendedProjectCount AS projects, n.installedMw AS capacity, n.id
MATCH (:Entity {id: $p0})<-[:PART_OF*0..12]-(c:Chain) WITH DISTINCT c.id AS part RETURN part ORDER BY part LIMIT $p1
UNWIND $p0 AS pid MATCH (:Entity {id: pid})-[r:HAS_STAGE]->(n:Stage) RETURN pid, n.id AS stage, n.name AS called, r.rank AS place, n.id, r.id ORDER BY pid, stage, r.id LIMIT $p1
UNWIND $p0 AS pid MATCH (:Entity {id: pid})-[:HAS_STAGE]->(a:Stage)-[r:FEEDS]->(b:Stage) WHERE EXISTS { MATCH (b)<-[:HAS_STAGE]-(c) WHERE c.id = pid } RETURN pid, a.id AS upstream, b.id AS downstream, r.id, r.citations ORDER BY pid, upstream, downstream, r.id LIMIT $p1
UNWIND $p0 AS pid MATCH (:Entity {id: pid})<-[r:LEADS]-(n) WHERE true AND NOT EXISTS { MATCH (n)-[:JOINS]->(at:Stage) WHERE at.id IN $p1 } RETURN r.from AS k0, r.id AS k1, pid, n.id, r.id, r.citations ORDER BY r.from, r.id LIMIT $p2
UNWIND $p0 AS pid MATCH (:Entity {id: pid})<-[r:LEADS]-(n) WHERE true AND NOT EXISTS { MATCH (n)-[:JOINS]->(at:Stage) WHERE at.id IN $p1 } RETURN count(r)
UNWIND $p0 AS pid MATCH (:Entity {id: pid})<-[r:LEADS]-(n) WHERE true RETURN r.from AS k0, r.id AS k1, pid, n.id, r.id, r.citations ORDER BY r.from, r.id LIMIT $p1
UNWIND $p0 AS pid MATCH (:Entity {id: pid})<-[r:LEADS]-(n) WHERE true RETURN count(r)
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid MATCH (:Entity {id: pid})<-[:STANDS_IN]-(n:Company) WHERE NOT EXISTS { MATCH (n)-[:JOINS]->(at:Stage) WHERE at.id IN $p1 } WITH DISTINCT pid, n RETURN pid, count(n)
UNWIND $p0 AS pid MATCH (:Entity {id: pid})<-[:STANDS_IN]-(n:Project) WHERE NOT EXISTS { MATCH (n)-[:JOINS]->(at:Stage) WHERE at.id IN $p1 } WITH DISTINCT pid, n RETURN pid, n.status, n.annualOutputUnit, count(n), sum(n.investmentCny), count(n.investmentCny), sum(n.installedMw), count(n.installedMw), sum(n.areaMu), count(n.areaMu), sum(n.annualOutput), count(n.annualOutput)
UNWIND $p0 AS pid MATCH (:Entity {id: pid})<-[:STANDS_IN]-(n:Company) WHERE $p1 WITH DISTINCT pid, n RETURN pid, count(n)
UNWIND $p0 AS pid MATCH (:Entity {id: pid})<-[:STANDS_IN]-(n:Project) WHERE $p1 WITH DISTINCT pid, n RETURN pid, n.status, n.annualOutputUnit, count(n), sum(n.investmentCny), count(n.investmentCny), sum(n.installedMw), count(n.installedMw), sum(n.areaMu), count(n.areaMu), sum(n.annualOutput), count(n.annualOutput)
UNWIND $p0 AS pid MATCH (:Entity {id: pid})<-[:JOINS]-(n:Company) WHERE EXISTS { MATCH (n)-[:STANDS_IN]->(own:Chain) WHERE own.id = $p1 } WITH DISTINCT pid, n RETURN pid, count(n)
UNWIND $p0 AS pid MATCH (:Entity {id: pid})<-[:JOINS]-(n:Project) WHERE EXISTS { MATCH (n)-[:STANDS_IN]->(own:Chain) WHERE own.id = $p1 } WITH DISTINCT pid, n RETURN pid, n.status, n.annualOutputUnit, count(n), sum(n.investmentCny), count(n.investmentCny), sum(n.installedMw), count(n.installedMw), sum(n.areaMu), count(n.areaMu), sum(n.annualOutput), count(n.annualOutput)
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:STANDS_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) AND NOT EXISTS { MATCH (n)-[:JOINS]->(at:Stage) WHERE at.id IN $p3 } RETURN n, r ORDER BY r.from, r.id LIMIT $p4 } RETURN pid, n.id, r.id, r.citations
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:STANDS_IN]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) AND NOT EXISTS { MATCH (n)-[:JOINS]->(at:Stage) WHERE at.id IN $p3 } RETURN count(r) AS total } RETURN pid, total
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:JOINS]-(n) WHERE true AND EXISTS { MATCH (n)-[:STANDS_IN]->(own:Chain) WHERE own.id = $p1 } AND EXISTS { MATCH (n)-[:LEADS]->(led:Chain) WHERE led.id IN $p2 } RETURN n, r ORDER BY r.from, r.id LIMIT $p3 } RETURN pid, n.id, r.id, r.citations
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:JOINS]-(n) WHERE true AND EXISTS { MATCH (n)-[:STANDS_IN]->(own:Chain) WHERE own.id = $p1 } AND EXISTS { MATCH (n)-[:LEADS]->(led:Chain) WHERE led.id IN $p2 } RETURN count(r) AS total } RETURN pid, total
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:JOINS]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) AND EXISTS { MATCH (n)-[:STANDS_IN]->(own:Chain) WHERE own.id = $p3 } RETURN n, r ORDER BY r.from, r.id LIMIT $p4 } RETURN pid, n.id, r.id, r.citations
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:JOINS]-(n) WHERE true AND ((r.from >= $p1 AND r.from < $p2)) AND EXISTS { MATCH (n)-[:STANDS_IN]->(own:Chain) WHERE own.id = $p3 } RETURN count(r) AS total } RETURN pid, total
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})-[r:PRODUCES]->(n) WHERE true RETURN n, r ORDER BY r.to, r.id LIMIT $p1 } RETURN pid, n.id, r.id, r.citations
UNWIND $p0 AS pid MATCH (p:Entity {id: pid}) RETURN pid, COUNT { (p)-[:PRODUCES]->() }
UNWIND $p0 AS pid MATCH (:Entity {id: pid})-[r:LOCATED_IN]->(n) RETURN pid, n.id ORDER BY pid, n.id, r.id
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LEADS]-(n) WHERE true AND NOT EXISTS { MATCH (n)-[:JOINS]->(at:Stage) WHERE at.id IN $p1 } RETURN n, r ORDER BY r.from, r.id LIMIT $p2 } RETURN pid, n.id, r.id, r.citations
UNWIND $p0 AS pid CALL (pid) { MATCH (:Entity {id: pid})<-[r:LEADS]-(n) WHERE true AND NOT EXISTS { MATCH (n)-[:JOINS]->(at:Stage) WHERE at.id IN $p1 } RETURN count(r) AS total } RETURN pid, total
