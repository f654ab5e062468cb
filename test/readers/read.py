"""Opens files with NetworkX or igraph, and prints what it holds of each as a line of JSON."""

import json
import sys
import warnings

import igraph
import networkx


def of_networkx(file):
    graph = networkx.read_gexf(file) if file.endswith(".gexf") else networkx.read_graphml(file, force_multigraph=True)
    edges = [
        {"id": data.get("id", key[0] if key else None), "from": start, "to": end, "values": data}
        for start, end, *key, data in (
            graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True)
        )
    ]
    nodes = [{"id": node, "values": data} for node, data in graph.nodes(data=True)]
    return nodes, edges


def of_igraph(file):
    graph = igraph.Graph.Read_GraphML(file)
    nodes = [{"id": vertex["id"], "values": stated(vertex.attributes())} for vertex in graph.vs]
    edges = [
        {
            "id": edge["relationshipId"],
            "from": graph.vs[edge.source]["id"],
            "to": graph.vs[edge.target]["id"],
            "values": stated(edge.attributes()),
        }
        for edge in graph.es
    ]
    return nodes, edges


def stated(values):
    """igraph fills what an element lacks with nothing or with what is no number."""
    return {name: value for name, value in values.items() if value not in ("", None) and value == value}


warnings.simplefilter("error")
reader, *files = sys.argv[1:]
for file in files:
    nodes, edges = {"networkx": of_networkx, "igraph": of_igraph}[reader](file)
    print(json.dumps({"nodes": nodes, "edges": edges}))
