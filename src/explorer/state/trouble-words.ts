/** What is said of what is missing, is not there yet or went wrong, in Chinese and in English; `{name}` is filled in. */
export const TROUBLE_WORDS = {
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
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
