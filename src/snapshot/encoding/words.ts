/**
 * Words of `route print`, `arp -a` and `ipconfig /all` in the languages of Windows that do not fit into ASCII, in lower
 * case. They only help to tell code pages apart: the readers of tables need none of them.
 */
export const headingWords: readonly string[] = [
  // German
  ...['ständige', 'für', 'läuft', 'gültig', 'verfügbar', 'primäres', 'größe', 'gerät', 'brücke'],
  // French
  ...['réseau', 'itinéraires', 'métrique', 'défaut', 'privilégié', 'activé', 'créé', 'délai'],
  // Spanish
  ...['máscara', 'métrica', 'vínculo', 'dirección', 'física', 'dinámico', 'estático', 'conexión'],
  ...['área', 'descripción', 'configuración', 'difusión'],
  // Italian
  ...['connettività', 'modalità', 'priorità', 'proprietà'],
  // Portuguese
  ...['endereço', 'físico', 'dinâmico', 'conexão', 'descrição', 'padrão', 'concessão', 'não'],
  // Swedish, Danish, Norwegian, Finnish
  ...['gränssnitt', 'nätverksmål', 'nätmask', 'mått', 'beständiga', 'vägar', 'länk', 'på'],
  ...['grænseflade', 'grænsefladeliste', 'netværksdestination', 'netværksmaske', 'nettverksmål'],
  ...['liittymä', 'yhdyskäytävä', 'pysyvät', 'käytössä', 'määritetty'],
  // Polish
  ...['trwałe', 'łączu', 'połączenie', 'bieżąca', 'węzła', 'domyślna', 'sieć', 'żadne', 'żadna'],
  // Czech, Slovak
  ...['rozhraní', 'síťová', 'síťový', 'síti', 'směrovací', 'směrování', 'aktivní', 'cíl', 'brána'],
  ...['trvalé', 'fyzická', 'dynamická', 'statická', 'výchozí', 'žádné', 'připojení', 'místní'],
  ...['sieťová', 'sieťový', 'cieľ', 'predvolená', 'propojené'],
  // Hungarian
  ...['útválasztási', 'táblázat', 'aktív', 'útvonalak', 'hálózati', 'átjáró', 'állandó', 'felület'],
  ...['cím', 'kapcsolódó', 'illesztő', 'alapértelmezett'],
  // Romanian, Croatian, Slovenian
  ...['interfață', 'rețea', 'sučelje', 'sučelja', 'mreža', 'mrežna', 'omrežni', 'omrežja'],
  // Turkish
  ...['ağ', 'geçidi', 'ölçüt', 'kalıcı', 'bağlantıda', 'bağlantı', 'türü', 'listesi'],
  // Greek
  ...['διεπαφή', 'διεπαφής', 'διεύθυνση', 'δικτύου', 'πύλη', 'μετρικό', 'μάσκα', 'διαδρομές'],
  // Russian, Ukrainian, Bulgarian
  ...['интерфейс', 'интерфейсов', 'список', 'маршруты', 'маршрута', 'сетевой', 'сети', 'маска'],
  ...['шлюза', 'шлюз', 'метрика', 'постоянные', 'активные', 'адрес', 'физический', 'тип'],
  ...['динамический', 'статический', 'отсутствует', 'таблица', 'інтерфейс', 'маршрути', 'адреса'],
  ...['мережі', 'мережна', 'немає', 'маршрути', 'мрежов', 'маршрути', 'подключение'],
  // Hebrew, Arabic, Thai
  ...['ממשק', 'רשימת', 'כתובת', 'שער', 'الواجهة', 'عنوان', 'الشبكة', 'البوابة', 'อินเทอร์เฟซ'],
  // Japanese
  ...[
    'インターフェイス',
    'インターフェース',
    'ルート',
    'テーブル',
    'アクティブ',
    'ネットワーク',
    '宛先',
  ],
  ...[
    'ネットマスク',
    'ゲートウェイ',
    'メトリック',
    '固定',
    'リンク上',
    '物理アドレス',
    '種類',
    '動的',
  ],
  ...['静的', 'なし', 'アドレス'],
  // Chinese, simplified
  ...[
    '接口列表',
    '路由表',
    '活动路由',
    '网络目标',
    '网络掩码',
    '网关',
    '接口',
    '跃点数',
    '在链路上',
  ],
  ...['永久路由', '物理地址', '类型', '动态', '静态', '默认', '适配器'],
  // Chinese, traditional
  ...['介面清單', '使用中的路由', '網路目的地', '網路遮罩', '閘道', '介面', '計量', '在連結上'],
  ...['持續路由', '網際網路網址', '實體位址', '類型', '動態', '靜態', '介面卡'],
  // Korean
  ...['인터페이스', '목록', '경로', '테이블', '활성', '네트워크', '대상', '마스크', '게이트웨이'],
  ...['메트릭', '연결됨', '영구', '없음', '인터넷', '주소', '물리적', '유형', '동적', '정적'],
]
