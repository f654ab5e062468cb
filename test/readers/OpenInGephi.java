import java.io.File;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/** Opens files as Gephi does, and prints what it holds of each as a line of JSON. */
public class OpenInGephi {
  public static void main(String[] files) throws Exception {
    for (String file : files) System.out.println(json(read(new File(file))));
    System.exit(0);
  }

  private static Map<String, Object> read(File file) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
    var model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    Graph graph = model.getGraph();
    List<Object> nodes = new ArrayList<>();
    for (Node node : graph.getNodes().toArray()) nodes.add(node(node, model.getNodeTable()));
    List<Object> edges = new ArrayList<>();
    for (Edge edge : graph.getEdges().toArray()) edges.add(edge(edge, model.getEdgeTable()));
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("nodes", nodes);
    read.put("edges", edges);
    return read;
  }

  private static Map<String, Object> node(Node node, Table table) {
    Map<String, Object> read = element(node, table);
    read.put("x", node.x());
    read.put("y", node.y());
    read.put("size", node.size());
    read.put("colour", String.format("#%06x", node.getColor().getRGB() & 0xffffff));
    return read;
  }

  private static Map<String, Object> edge(Edge edge, Table table) {
    Map<String, Object> read = element(edge, table);
    read.put("from", edge.getSource().getId());
    read.put("to", edge.getTarget().getId());
    read.put("kind", edge.getTypeLabel());
    read.put("weight", edge.getWeight());
    return read;
  }

  private static Map<String, Object> element(Element element, Table table) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column column : table) {
      Object value = column.isProperty() ? null : element.getAttribute(column);
      if (value != null) values.put(column.getTitle(), value);
    }
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("id", element.getId());
    read.put("label", element.getLabel());
    read.put("values", values);
    return read;
  }

  private static String json(Object value) {
    if (value == null || value instanceof Boolean || value instanceof Number) return String.valueOf(value);
    List<String> parts = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> parts.add(json(key) + ":" + json(item)));
      return "{" + String.join(",", parts) + "}";
    }
    if (value instanceof Iterable<?> items) for (Object item : items) parts.add(json(item));
    else if (value.getClass().isArray())
      for (int index = 0; index < Array.getLength(value); index += 1) parts.add(json(Array.get(value, index)));
    else return text(String.valueOf(value));
    return "[" + String.join(",", parts) + "]";
  }

  private static String text(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (char unit : value.toCharArray())
      text.append(unit < ' ' || unit > '~' || unit == '"' || unit == '\\' ? String.format("\\u%04x", (int) unit) : unit);
    return text.append('"').toString();
  }
}
