import { ANSWER_WORDS } from "./answer-words.js";

/** The languages that the page speaks. */
export type Language = "zh" | "en";

/** What the page itself says, in Chinese and in English; `{name}` is filled in. */
const PAGE_WORDS = {
  title: ["链图", "Liantu"],
  subtitle: ["开发区产业链知识图谱", "development zones and their industry chains"],
  otherLanguage: ["English", "中文"],
  playground: ["查询台", "Playground"],
  playgroundHint: ["用 GraphQL 提问（新窗口）", "Ask in GraphQL (new window)"],
  openQuery: ["在查询台打开此查询", "Open as a query in the playground"],
  skip: ["跳到图", "Skip to the picture"],

  search: ["查找开发区、企业、项目、高校……", "Find a zone, firm, project, university …"],
  searchLabel: ["查找", "Find"],
  recent: ["最近打开", "Opened recently"],
  noMatch: [
    "没有找到“{query}”。可换一个简称、全称或拼音首字母。",
    "Nothing is called “{query}”. Try a shorter form, the full name or pinyin initials.",
  ],
  matched: ["匹配{field}：{text}", "{field}: {text}"],
  "field.name": ["名称", "name"],
  "field.aliases": ["别名", "alias"],
  "field.alias": ["别名", "alias"],
  "field.nameEn": ["英文名", "English name"],
  "field.pinyin": ["拼音", "pinyin"],
  "field.initials": ["拼音首字母", "initials"],
  "field.code": ["代码", "code"],
  searchCut: [
    "相符的太多，只比较了其中一部分；多输入几个字会更准。",
    "Too many match, and only some of them were compared; type more of the name.",
  ],
  results: ["{count} 个结果", "{count} results"],

  overview: ["总览", "Overview"],
  totals: ["图谱里有什么", "What the graph holds"],
  totalsChart: ["项目统计图", "Projects by status"],
  questions: ["可以这样问", "Questions to begin with"],
  "question.zone": ["{name}有哪些项目？", "Which projects does {name} have?"],
  "question.path": ["{from}与{to}有什么联系？", "How are {from} and {to} connected?"],
  "question.chain": ["{name}有哪些链主、企业和项目？", "Which leaders, firms and projects has the {name}?"],
  "question.fund": ["{name}的钱从哪来、投向哪？", "{name}: where does its money come from and go?"],
  "question.timeline": ["{name}走到哪一步了？", "How far has the project {name} come?"],
  "question.totals": [
    "各开发区的项目有多少，进展如何？",
    "How many projects does each zone have, and how far are they?",
  ],
  legend: ["图例与筛选", "Legend and filters"],
  legendKinds: ["类型", "Kinds"],
  legendTypes: ["关系", "Relationships"],
  showAll: ["全部显示", "Show all"],

  "heading.universities": ["高校", "Universities"],
  "heading.institutes": ["科研机构", "Institutes"],
  "heading.zones": ["开发区", "Zones"],
  "heading.chains": ["产业链", "Chains"],
  "heading.industries": ["产业", "Industries"],
  "heading.leaders": ["链主企业", "Leaders"],
  "heading.funds": ["基金", "Funds"],

  "theme.place": ["位置与从属", "Place and belonging"],
  "theme.industry": ["产业", "Industry"],
  "theme.cooperation": ["合作与建设", "Cooperation"],
  "theme.money": ["资金与股权", "Money"],
  "theme.government": ["政务", "Government"],

  graph: ["图", "Picture"],
  table: ["表", "Table"],
  shown: [
    "显示 {shown} / {nodes} 个实体、{shownLines} / {lines} 条关系",
    "{shown} of {nodes} entities, {shownLines} of {lines} relationships shown",
  ],
  hiddenBy: ["筛选隐藏了", "Hidden by filters"],
  takeBack: ["重新显示{what}（{count}）", "Show {what} ({count}) again"],
  hiddenEntity: ["筛选把它隐藏了，图中看不到。", "It is in the picture, but hidden by a filter."],
  hiddenLine: ["筛选把这条关系隐藏了，图中看不到。", "It is in the picture, but hidden by a filter."],
  show: ["显示", "Show"],
  drawn: ["图中 {nodes} 个实体、{lines} 条关系", "{nodes} entities, {lines} relationships drawn"],
  undo: ["撤销", "Undo"],
  redo: ["重做", "Redo"],
  fit: ["全图", "Fit"],
  zoomIn: ["放大", "Zoom in"],
  zoomOut: ["缩小", "Zoom out"],
  tidy: ["整理", "Tidy up"],
  lineWords: ["关系名称", "Name lines"],
  contents: ["目录与图例", "Contents and legend"],
  keep: ["导出", "Export"],
  exportPng: ["图片 PNG", "Picture, PNG"],
  exportSvg: ["矢量图 SVG", "Drawing, SVG"],
  exportGexf: ["网络文件 GEXF（Gephi）", "Network, GEXF (Gephi)"],
  exportGraphml: ["网络文件 GraphML", "Network, GraphML"],
  exportCsv: ["表格 CSV（Excel）", "Table, CSV (Excel)"],
  print: ["打印", "Print"],
  copyLink: ["复制链接", "Copy link"],
  sourcesLine: ["资料来源：{list}", "Sources: {list}"],
  drawnOn: ["制图日期：{date}", "Drawn on {date}"],
  linkTitle: ["链接", "Link"],
  linkHint: [
    "此地址不是 https，浏览器不允许网页写剪贴板。链接已选中，请按 Ctrl+C（⌘C）复制。",
    "Over plain http the browser keeps the clipboard from a page. The link is selected: copy it with Ctrl+C (⌘C).",
  ],
  copied: ["链接已复制，打开即是现在的图。", "The link is copied; it opens the picture as it is now."],
  spoken: ["{kind}，{name}，{count} 条关系：{list}", "{kind}, {name}, {count} relationships: {list}"],
  spokenAlone: ["{kind}，{name}，没有画出的关系", "{kind}, {name}, no relationships drawn"],
  spokenMore: ["另有 {count} 条", "{count} more"],
  pictureLabel: [
    "关系图：{nodes} 个实体，{lines} 条关系。用方向键在实体间移动，回车查看；表格视图列出同样的内容。",
    "Picture of {nodes} entities and {lines} relationships. Arrow keys move between entities, Enter opens one; the table lists the same.",
  ],

  close: ["关闭", "Close"],
  back: ["返回关系图", "Back to the picture"],
  properties: ["属性", "Properties"],
  figures: ["数字与事实", "Figures and facts"],
  neighbours: ["关联", "Related"],
  evidence: ["出处", "Where it was read"],
  yes: ["是", "yes"],
  no: ["否", "no"],
  unknown: ["未知", "unknown"],
  unknownProperties: ["另有 {count} 项来源未载明：{list}", "{count} more that the source does not say: {list}"],
  noProperties: ["来源未载明任何属性。", "The source states no properties."],
  noNeighbours: ["没有关联。", "Nothing is related."],
  noEvidence: ["没有记录出处。", "No source is recorded."],
  passage: ["{source}，{article} 篇第 {paragraph} 段", "{source}, article {article}, paragraph {paragraph}"],
  passageArticle: ["{source}，{article} 篇", "{source}, article {article}"],
  planned: ["计划", "planned"],
  asOf: ["截至 {date}", "as of {date}"],
  aliases: ["又称：{list}", "Also: {list}"],
  relationship: ["关系", "Relationship"],
  "qualifier.ABOUT": ["约 {value}", "about {value}"],
  "qualifier.OVER": ["超过 {value}", "over {value}"],
  "qualifier.AT_MOST": ["至多 {value}", "at most {value}"],
  "qualifier.ILLEGIBLE": ["原文无法辨认", "illegible in the source"],

  expandAll: ["展开全部关联", "Expand all"],
  expandOne: ["展开：{what}（{count}）", "Expand {what} ({count})"],
  expanded: ["新增 {count} 个实体。", "{count} entities were added."],
  expandedNone: ["关联的实体都已在图中。", "All of its neighbours are in the picture already."],
  expandedSome: ["新增 {count} 个实体，共 {total} 个关联。", "{count} of {total} were added."],
  expandedHidden: [
    "新增 {count} 个实体，其中 {hidden} 个被筛选隐藏。",
    "{count} were added, {hidden} of them hidden by a filter.",
  ],
  expandedCut: [
    "新增 {count} 个实体；它们与图中实体的关系太多，只画出其中一部分。",
    "{count} were added; too much joins them to the picture, and only a part of it is drawn.",
  ],
  collapse: ["收起", "Collapse"],
  hide: ["移出", "Remove"],
  pin: ["固定", "Pin"],
  unpin: ["取消固定", "Unpin"],
  addToPicture: ["加入图中", "Add to the picture"],
  locate: ["在图中找到", "Show in the picture"],
  pathFromHere: ["从这里找路径", "Path from here"],
  pathToHere: ["从“{name}”到这里的路径", "Path from “{name}” to here"],
  pathChoose: [
    "路径起点：{name}。请再选一个实体作终点。",
    "The path begins at {name}. Choose the entity where it is to end.",
  ],
  pathCancel: ["取消", "Cancel"],
  pathFound: [
    "{from} → {to}：最短 {length} 步，共 {count} 条路径。",
    "{from} → {to}: {length} steps at least, {count} paths.",
  ],
  pathWide: [
    "{from} → {to}：只经行政区或产业相连，最短 {length} 步，共 {count} 条路径。",
    "{from} → {to}: only by way of regions or industries, {length} steps at least, {count} paths.",
  ],
  pathNone: [
    "{from} 与 {to} 之间 {length} 步以内没有路径，经过行政区、产业和来源也没有。",
    "There is no path within {length} steps between {from} and {to}, by way of regions, industries or sources either.",
  ],
  pathSources: [
    "{from} 与 {to} 之间没有路径，只是经来源相连，最短 {length} 步。",
    "There is no path between {from} and {to}; only sources join them, in {length} steps at least.",
  ],
  pathUnsure: [
    "{from} 与 {to} 之间没有找到路径，但周边关系太多，没有查完。可展开其中一个，再从更近的实体找。",
    "No path between {from} and {to} was found, but there is too much around them to examine it all. Expand one of them and look from what lies nearer.",
  ],
  chainMap: ["产业链图谱", "Chain map"],
  lookThrough: ["基金穿透", "Look through the fund"],
  timeline: ["时间线", "Timeline"],
  lookAround: ["看周边两步", "Two steps around"],
  startHere: ["以此为中心另起一图", "Begin a picture here"],

  hubTitle: ["{name}有 {count} 个{what}", "{name} has {count} {what}"],
  hubText: ["一次全部画出会看不清。可以：", "Drawn all at once they could not be read. You can:"],
  hubShow: ["只画关联最多的 {count} 个", "Draw the {count} best connected"],
  hubFilter: ["先按类型筛选", "Filter by kind first"],
  hubList: ["列表查看", "List them"],
  listTitle: ["{name}：{what}", "{name}: {what}"],
  more: ["再列 {count} 个", "{count} more"],
  ofTotal: ["{count} / {total}", "{count} of {total}"],
  filterList: ["在列表中筛选", "Filter the list"],

  loading: ["正在读取……", "Reading …"],
  "trouble.away": ["服务连接不上", "The service cannot be reached"],
  "trouble.away.do": [
    "已显示的内容仍可浏览。请确认服务在运行、网络通畅；本页每隔几秒自动重试。",
    "What is shown can still be read. See that the service runs and the network works; this page tries again every few seconds.",
  ],
  "trouble.slow": ["等候过久，已停止", "It took too long and was stopped"],
  "trouble.slow.do": [
    "请缩小范围（少选类型或减少步数）后重试。",
    "Ask for less (fewer kinds, fewer steps) and try again.",
  ],
  "trouble.costly": ["要读取的内容太多", "That would be too much at once"],
  "trouble.costly.do": ["请先筛选，或改用列表。", "Filter first, or use the list."],
  "trouble.busy": ["数据库暂时不可用", "The database is not available"],
  "trouble.busy.do": ["服务会自动重新连接，请稍后重试。", "The service reconnects by itself; try again in a moment."],
  "trouble.refused": ["服务未能回答", "The service could not answer"],
  "trouble.refused.do": [
    "请重试；若仍如此，请将下面的说明转给管理员。",
    "Try again; if it stays so, pass the words below to whoever runs the service.",
  ],
  retry: ["重试", "Try again"],
  dismiss: ["知道了", "Dismiss"],
  gone: [
    "找不到 {id}。数据可能已更新，请用查找重新打开。",
    "{id} is not there. The data may have changed; find it again by name.",
  ],
  addressWrong: ["这个链接不完整，已改为打开总览。", "This link is not complete; the overview is opened instead."],
  addressMissing: [
    "链接中有 {count} 个实体已不在图谱里。",
    "{count} entities of this link are no longer in the graph.",
  ],
  emptyTitle: ["图谱是空的", "The graph is empty"],
  emptyText: [
    "还没有导入数据。导入后刷新本页：npm run import -- 文件夹",
    "No data has been imported. Import some, then reload this page: npm run import -- FOLDER",
  ],
  pictureEmpty: [
    "图中没有实体。用上方的查找打开一个，或回到总览。",
    "Nothing is drawn. Find something above, or go back to the overview.",
  ],
  filteredEmpty: ["图例中的筛选隐藏了全部实体。", "The legend's filters hide everything."],
  webgl: [
    "此浏览器不能绘图（WebGL 不可用），下面以表格列出同样的内容。",
    "This browser cannot draw (no WebGL); the table lists the same.",
  ],
  "cut.NODES": [
    "图未画全：只画出最近的 {count} 个实体。要看其余的，请从别的实体开始，或逐个展开。",
    "The picture is not whole: the nearest {count} entities are drawn. To see others, start from one of them or expand.",
  ],
  "cut.RELATIONSHIPS": [
    "图未画全：这些实体之间的关系太多，只画出其中一部分。",
    "The picture is not whole: too much joins these entities, and only a part of it is drawn.",
  ],
  overviewBest: [
    "先画关联最多的实体及其周边，共 {count} 个；其余请用查找打开，或逐个展开。",
    "The picture begins with what is best connected, {count} entities; find the others by name, or expand.",
  ],
  overviewPart: [
    "总览显示前 {count} 个开发区（共 {total} 个），其余请用查找打开。",
    "The overview shows the first {count} of {total} zones; find the others by name.",
  ],

  "imports.RUNNING": ["数据集 {dataset} 正在导入。", "The dataset {dataset} is being imported."],
  "imports.RUNNING.do": ["完成之前，图谱只含其中一部分。", "Until it ends, the graph holds only a part of it."],
  "imports.INTERRUPTED": ["数据集 {dataset} 的导入中断了。", "The import of the dataset {dataset} was interrupted."],
  "imports.INTERRUPTED.do": [
    "图谱只含其中一部分；请重新导入该文件夹：npm run import -- <文件夹>",
    "The graph holds only a part of it; import the folder again: npm run import -- <folder>",
  ],
  "imports.rows": ["已处理 {rows} 行（共 {total} 行）。", "{rows} of {total} rows are done."],

  name: ["名称", "Name"],
  kind: ["类型", "Kind"],
  links: ["关系数", "Links"],
  from: ["起点", "From"],
  type: ["关系", "Relationship"],
  to: ["终点", "To"],
  tableNodes: ["实体", "Entities"],
  tableLines: ["关系", "Relationships"],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** All that the page says. */
export const WORDS = { ...PAGE_WORDS, ...ANSWER_WORDS };

/** A thing that the page says. */
export type WordKey = keyof typeof WORDS;

/** Says it, filled in; in a language. */
export function wording(
  language: Language,
  key: WordKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text: string = WORDS[key][language === "zh" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
