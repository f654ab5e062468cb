// the gaps of a zone
MATCH (:Entity {id: $p0})-[r:DEVELOPS]->(n:Chain) RETURN n.id AS chain, n.id, r.id, r.citations ORDER BY chain, r.id LIMIT $p1
MATCH (:Entity {id: $p0})-[:DEVELOPS]->(c:Chain)-[:PART_OF*1..12]->(w:Chain) WITH DISTINCT c.id AS chain, w.id AS wider RETURN chain, wider ORDER BY chain, wider LIMIT $p1
UNWIND $p0 AS id MATCH (n:Entity {id: id}) RETURN n.id
UNWIND $p0 AS pid MATCH (:Entity {id: pid})-[r:HAS_STAGE]->(n:Stage) RETURN pid, n.id AS stage, n.name AS called, r.rank AS place, n.id, r.id ORDER BY pid, stage, r.id LIMIT $p1
UNWIND $p0 AS pid MATCH (:Entity {id: pid})-[:HAS_STAGE]->(a:Stage)-[r:FEEDS]->(b:Stage) WHERE EXISTS { MATCH (b)<-[:HAS_STAGE]-(c) WHERE c.id = pid } RETURN pid, a.id AS upstream, b.id AS downstream, r.id ORDER BY pid, upstream, downstream, r.id LIMIT $p1
UNWIND range(0, $p0) AS i WITH $p1[i] AS pid, $p2[i] AS cid, $p3[i] AS sid CALL (pid, cid, sid) { MATCH (:Entity {id: sid})<-[r:JOINS]-(n) WHERE EXISTS { MATCH (n)-[:STANDS_IN]->(c:Chain) WHERE c.id = cid } OR EXISTS { MATCH (n)-[:LOCATED_IN*1..12]->(:Entity {id: $p4}) } RETURN count(DISTINCT n) AS items } RETURN pid, items
UNWIND $p0 AS pid MATCH (:Entity {id: pid})-[r:LACKS]->(n) WHERE n.id IN $p1 AND size(coalesce(r.citations, [])) > 0 RETURN pid, n.id AS stage, r.id, r.citations ORDER BY pid, stage, r.id
UNWIND range(0, $p0) AS i WITH $p1[i] AS pid, $p2[i] AS cid, $p3[i] AS sid CALL (pid, cid, sid) { MATCH (:Entity {id: sid})<-[r:JOINS]-(n) WHERE EXISTS { MATCH (n)-[:STANDS_IN]->(c:Chain) WHERE c.id = cid } OR EXISTS { MATCH (n)-[:LOCATED_IN*1..12]->(:Entity {id: $p4}) } WITH n, sid, min(r.id) AS least ORDER BY n.id LIMIT $p5 MATCH (n)-[r:JOINS]->(:Entity {id: sid}) WHERE r.id = least RETURN n, r ORDER BY n.id } RETURN pid, r.from AS k0, r.to AS k1, n.id, r.id
