import Foundation

/// The headers that merchandisers write for the canonical columns, in English, Chinese, Korean and Japanese.
package enum ColumnAliases {
  /// The canonical column that a header means by an alias, or by its canonical name written another
  /// way: letter case, spaces, `_`, `-` and `.` aside. `nil` where none is known.
  /// A unit behind the name is no part of it: `直播价(元)`, `Price [USD]`, `库存（件）`.
  static func canonical(for header: String) -> CanonicalColumn? { meaning(of: header)?.column }

  /// The same, and the rank of the alias: 1; 2 for one that means other things as often, so that it answers
  /// only where no better one does; 3 for one that answers last.
  static func meaning(of header: String) -> (column: CanonicalColumn, rank: Int)? {
    let name = folded(header)
    return meanings[name] ?? meanings[withoutUnit(name)]
  }

  /// Whether a header is `SKU` or its like, which is the id of a size as often as that of a style.
  package static func mayBeSize(_ header: String) -> Bool {
    let name = folded(header)
    return sizes.contains(name) || sizes.contains(withoutUnit(name))
  }

  private static let sizes = Set(
    names("sku|sku id|sku code|sku no|sku number|variant sku|seller sku|item sku|规格编码|sku编码|sku编号|sku码|商品sku")
      .map(folded))

  /// A folded header without a unit in brackets or behind a slash, and without marks of a form.
  private static func withoutUnit(_ name: String) -> String {
    var name = name.trimmingPrefix("*")
    while let last = name.last, "*:：".contains(last) { name = name.dropLast() }
    // No unit has such a character, so it begins behind the last of them.
    guard let opening = name.unicodeScalars.lastIndex(where: { "(（[【/".unicodeScalars.contains($0) }),
      unitEndings.contains(String(name[opening...]))
    else { return String(name) }
    return String(name[..<opening])
  }

  /// Units as they end a header: `(元)`, `/件`.
  private static let unitEndings = Set(
    units.flatMap { unit in ["(\(unit))", "（\(unit)）", "[\(unit)]", "【\(unit)】", "/\(unit)"] })

  private static let units = [
    "元", "人民币", "rmb", "cny", "usd", "eur", "gbp", "krw", "jpy", "inr", "rs", "원", "円", "$", "¥", "￥", "€",
    "£",
    "₩", "₹", "件", "个", "双", "套", "pcs", "units", "unit", "개", "점", "单位:元", "单位：元", "必填", "required", "含税",
    "税込", "税抜",
  ]

  /// A few aliases to suggest where the column is missing.
  static func examples(of column: CanonicalColumn) -> [String] {
    [column.rawValue] + (suggested[column] ?? [])
  }

  /// The form under which aliases are the same: width aside too, so that ﾌﾞﾗﾝﾄﾞ is ブランド.
  static func folded(_ header: String) -> String {
    let isPlain = header.utf8.allSatisfy { $0 < 0x80 }
    return HeaderName.normalized(isPlain ? header : header.precomposedStringWithCompatibilityMapping)
      .filter { $0 != "_" && $0 != "-" && $0 != "." }
  }

  private static let meanings: [String: (column: CanonicalColumn, rank: Int)] = {
    var table: [String: (column: CanonicalColumn, rank: Int)] = [:]
    for column in CanonicalColumn.allCases {
      for alias in weakAliases(of: column) { table[folded(alias)] = (column, alias == "type" ? 3 : 2) }
    }
    for column in CanonicalColumn.allCases {
      for alias in aliases(of: column) { table[folded(alias)] = (column, 1) }
      table[folded(column.rawValue)] = (column, 1)
    }
    return table
  }()

  /// Aliases that answer only where no better one does.
  static func weakAliases(of column: CanonicalColumn) -> [String] {
    switch column {
    case .spu: names("handle|handle id|url handle|product handle")
    case .brand: names("vendor|供应商")
    case .category: names("type|categories|collection|collections|大类名称|大类")
    case .family: names("系列|系列名称|series")
    case .price: names("variant price|special price|基本售价|会员价|단가")
    case .listPrice: names("variant compare at price|compare at price") + ["市场|吊牌价"]
    case .stock: names("variant inventory qty|available|qty available|数量|实际库存数|수량")
    case .season: names("年份季节")
    case .name, .gender, .role, .cost, .expectedUnits: []
    }
  }

  private static let suggested: [CanonicalColumn: [String]] = [
    .spu: ["style no", "product id", "款号", "스타일번호"],
    .price: ["live price", "直播价", "판매가"],
    .stock: ["inventory", "库存", "재고"],
  ]

  /// Every alias as people write it: English, Chinese, Korean, Japanese. No alias stands for two columns.
  static func aliases(of column: CanonicalColumn) -> [String] {
    switch column {
    case .spu:
      names(
        "goods id|goods sn|goods no|goods code|spu id|spu code|spu no|style|style id|style no|style number|style code|style #|product id"
          + "|product code|product no|product number|item id|item no|item number|item code|article"
          + "|article id|article no|article number|article code|model no|model number|id")
        + names(
          "款号|货号|款式编号|款式编码|款式号|款编号|款编码|商品编码|商品编号|商品代码|商品货号|商品款号|商品id"
            + "|产品编码|产品编号|产品代码|产品款号|产品货号|产品id|货品编码|货品编号|货品代码|货品id|宝贝编码"
            + "|宝贝id|商家编码|编码|编号|spu编码|spu编号|spu号|spu款号")
        + names("스타일번호|스타일코드|스타일넘버|스타일 id|품번|상품번호|상품코드|상품 id|제품번호|제품코드|품목코드|모델번호")
        + names("商品管理番号|商品番号|商品コード|品番|型番|管理番号|製品番号|製品コード|スタイル番号|スタイルコード")
    case .name:
      names(
        "goods title|goods title link|goods name|product name|product title|product display name|style name|item name|item title|article name"
          + "|title|product|display name")
        + names(
          "品名|商品名称|商品名|商品标题|名称|产品名称|产品名|产品标题|款名|款式名称|款式名|货品名称|货品名|标题"
            + "|宝贝标题|宝贝名称|中文名称|中文名|商品短标题")
        + names("상품명|제품명|품명|이름|스타일명|품목명|상품이름")
        + names("商品タイトル|製品名|タイトル|アイテム名|スタイル名")
    case .brand:
      names("brand name|product brand|label")
        + names("品牌|品牌名|品牌名称|所属品牌|商品品牌|产品品牌|牌子")
        + names("브랜드|브랜드명|상표")
        + names("ブランド|ブランド名")
    case .gender:
      names("sex|target gender|product gender|gender group|men/women")
        + names("性别|适用性别|商品性别|性别分类|男女|男女款|男女装|适用人群|人群")
        + names("성별|대상성별|남녀구분")
        + names("性別|対象性別")
    case .category:
      names(
        "product category|category name|item category|product type|product class|article type|class"
          + "|garment type")
        + names(
          "品类|类目|分类|类别|商品分类|商品类目|商品品类|商品类别|产品分类|产品类目|产品品类|产品类别|品类名称"
            + "|类目名称|分类名称|货品分类|货品品类")
        + names("카테고리|카테고리명|상품카테고리|분류|상품분류|제품분류|품목|복종")
        + names("カテゴリ|カテゴリー|カテゴリ名|カテゴリー名|商品カテゴリ|商品カテゴリー|商品分類|分類|ジャンル")
    case .season:
      names("seasons|season tag|season tags|product season|wear season")
        + names("季节|季节名称|适用季节|适合季节|季节标签|上市季节|商品季节|产品季节|季")
        + names("시즌|계절|적용시즌|상품시즌")
        + names("シーズン|季節")
    case .role:
      names("roles|item role|product role|style role|show role|role in show")
        + names(
          "角色|定位|商品定位|商品角色|货品定位|货品角色|产品定位|产品角色|角色定位|款式定位|款式角色|货盘角色"
            + "|货盘定位|直播定位|直播角色")
        + names("역할|상품역할|방송역할|상품포지션|포지션")
        + names("役割|商品役割")
    case .family:
      names(
        "style family|product family|family id|family code|look alike|look alikes|lookalike group"
          + "|similar group|style group")
        + names("家族|款式家族|商品家族|同款|同款组|同款号|同款编码|同款编号|同款分组|相似款|相似款组|同类款")
        + names("패밀리|스타일패밀리|동일스타일|동일상품군|유사스타일|유사상품|스타일그룹")
    case .price:
      names(
        "live price|selling price|sell price|sale price|sales price|show price|current price|offer price"
          + "|deal price|final price|unit price|net price|promo price|promotion price|discounted price"
          + "|price now|livestream price")
        + names(
          "直播价|直播价格|直播间价|直播间价格|直播售价|直播到手价|直播间到手价|售价|到手价|券后价|现价|价格|价钱"
            + "|商品价格|销售价|销售价格|销售单价|活动价|活动价格|促销价|促销价格|成交价|单价|卖价|特价|优惠价|折后价|折扣价")
        + names(
          "판매가|판매가격|판매단가|가격|라이브가|라이브가격|라이브판매가|방송가|방송가격|방송판매가|할인가|할인가격"
            + "|할인판매가|최종가|최종판매가|실판매가|특가|행사가")
        + names("販売価格|価格|単価|売価|販売単価|セール価格|特価|ライブ価格|配信価格")
    case .listPrice:
      names(
        "original price|regular price|tag price|ticket price|market price|full price|normal price"
          + "|retail price|recommended retail price|suggested retail price|msrp|rrp|mrp|was price"
          + "|price before discount|listing price")
        + names(
          "吊牌价|吊牌价格|市场价|市场价格|原价|划线价|标价|牌价|正价|零售价|零售价格|建议零售价|统一零售价|专柜价"
            + "|指导价|日常价|日销价")
        + names("정가|정상가|정상가격|정상판매가|소비자가|소비자가격|권장소비자가|권장소비자가격|시중가|시장가|택가")
        + names("定価|通常価格|希望小売価格|メーカー希望小売価格|参考価格|上代|元値")
    case .cost:
      names(
        "unit cost|cost price|cost per unit|product cost|item cost|purchase price|purchase cost"
          + "|buying price|landed cost|supply price|wholesale price|cogs")
        + names("成本|成本价|成本价格|单位成本|单件成本|商品成本|产品成本|采购价|采购成本|进价|进货价|供货价|供应价|结算价")
        + names("원가|상품원가|제품원가|제조원가|매입가|매입가격|매입원가|사입가|공급가|공급가격|공급원가")
        + names("原価|商品原価|仕入価格|仕入れ価格|仕入値|仕入原価|下代")
    case .stock:
      names(
        "inventory|stock qty|stock quantity|stock units|stock level|stock on hand|quantity|qty"
          + "|available stock|available quantity|available qty|available units|available inventory"
          + "|available to sell|sellable stock|sellable units|inventory quantity|inventory qty|on hand"
          + "|on hand qty|qty on hand|quantity on hand|units in stock|atp")
        + names(
          "库存|库存数|库存数量|库存量|库存件数|可售库存|可售数量|可售件数|可用库存|可用数量|可用数|可销库存|可卖库存"
            + "|现货库存|现有库存|总库存|当前库存|实际库存|实时库存|直播库存|备货量|备货数量")
        + names("재고|재고수량|재고량|가용재고|가용수량|판매가능재고|판매가능수량|현재고|현재재고|총재고|방송재고")
        + names("在庫|在庫数|在庫数量|在庫量|販売可能数|販売可能在庫|現在庫|現在庫数|実在庫|実在庫数")
    case .expectedUnits:
      names(
        "expected sales units|expected unit sales|expected quantity|expected qty|expected demand"
          + "|forecast|forecast units|forecasted units|forecast quantity|forecast qty|sales forecast"
          + "|unit forecast|units forecast|demand forecast|predicted units|predicted sales units"
          + "|projected units|estimated units|estimated sales units")
        + names(
          "预估销量|预计销量|预测销量|预期销量|销量预估|销量预测|销量预计|预估销售量|预计销售量|预测销售量|预估件数"
            + "|预计件数|预测件数|预估销售件数|预计销售件数|预估单量|预计单量|直播预估销量|单场预估销量")
        + names(
          "예상판매량|예상판매수량|예상판매수|예상판매|예상수량|예상판매개수|예측판매량|예측수량|판매예측|판매예측수량"
            + "|판매예상수량|판매예상량|수요예측|예상수요")
        + names("予測販売数|販売予測|予想販売数|販売予測数|見込販売数|販売見込数")
    }
  }

  private static func names(_ text: String) -> [String] {
    text.split(separator: "|").map(String.init)
  }
}
