using System.Text;

namespace Causeway.Linkage;

/// <summary>
/// Mandarin readings (pinyin without tones) of the family names and given-name characters that most people bear. A character
/// that is not here keeps its own shape. Simplified and traditional forms are both listed where they differ.
/// </summary>
internal static class HanReading
{
    private const string Readings =
        "王=wang 李=li 张張=zhang 刘劉=liu 陈陳=chen 杨楊洋阳陽扬揚=yang 黄黃皇=huang 赵趙=zhao 吴吳武五舞=wu 周舟州洲=zhou 徐旭许許=xu 孙孫=sun 马馬玛瑪=ma " +
        "朱珠竹祝=zhu 胡湖虎=hu 郭国國果=guo 何和河荷贺賀=he 高=gao 林琳霖临臨=lin 罗羅洛=luo 郑鄭正政=zheng 梁亮良=liang 谢謝协=xie 宋松颂頌=song " +
        "唐堂糖=tang 韩韓涵寒汉漢翰=han 萧蕭肖小晓曉笑=xiao 冯馮凤鳳丰峰锋鋒枫楓风=feng 曹草=cao 彭鹏鵬朋=peng 曾增=zeng 叶葉业=ye 蔡才彩=cai 江姜蒋蔣=jiang " +
        "潘盘=pan 杜渡=du 陆陸露路璐鹿=lu 袁元远遠媛园圆源=yuan 邓鄧登=deng 薛雪学學=xue 严嚴颜顏燕艳艷妍岩炎彦彥延言雁=yan 余于俞玉雨宇羽瑜愉煜裕语=yu " +
        "董东東冬=dong 苏蘇素=su 吕呂=lv 魏伟偉卫衛维維薇威巍微未蔚=wei 任仁=ren 沈深慎=shen 姚瑶瑤耀=yao 卢盧=lu 钟鍾忠中=zhong 汪=wang 田天甜=tian " +
        "范凡帆=fan 方芳=fang 石士诗詩世时=shi 廖=liao 邹鄒=zou 熊雄=xiong 金锦今进進津=jin 郝浩豪昊皓好=hao 孔=kong 白柏=bai 崔=cui 康=kang 毛茂=mao " +
        "邱秋=qiu 秦琴勤钦=qin 史=shi 顾顧=gu 侯=hou 邵少绍=shao 孟梦夢=meng 龙龍隆=long 万萬婉晚=wan 段=duan 雷蕾磊=lei 钱錢倩=qian 汤湯=tang 尹银=yin " +
        "黎丽麗莉力立理利礼=li 易怡仪儀艺藝一逸伊宜义義=yi 常昌=chang 乔喬巧=qiao 赖=lai 龚龔=gong 文雯闻=wen 庞=pang 樊=fan 兰蘭岚嵐=lan 殷音=yin 施=shi " +
        "陶桃涛濤=tao 洪红紅宏鸿鴻虹弘=hong 翟=zhai 安=an 倪妮霓=ni 季继繼纪=ji 齐齊琪奇祺其琦=qi 伍=wu 岳悦越月=yue 温溫=wen 芦=lu 戴=dai 夏霞=xia 尤友有=you " +
        "秀修=xiu 敏民闽=min 静靜敬晶京景靖=jing 强強=qiang 军軍君俊钧均峻=jun 勇永咏泳=yong 杰捷洁潔=jie 娟=juan 明名铭銘鸣=ming 超=chao 华華花=hua " +
        "平萍=ping 刚剛钢鋼=gang 桂贵貴=gui 英颖穎莹瑩迎盈=ying 欣新鑫心馨=xin 梅美媚=mei 建健剑劍坚堅=jian 志智芝之治=zhi 慧惠辉輝会会卉晖=hui 玲凌灵靈=ling " +
        "娜=na 瑞蕊=rui 博波=bo 佳家嘉=jia 晨辰=chen 婷庭廷=ting 云雲芸=yun 清青晴庆慶卿=qing 珍真振镇=zhen 涵=han 思斯=si 子梓紫=zi 诚成承=cheng " +
        "光广廣=guang 生圣声升=sheng 宝寶=bao 春纯=chun 德=de 飞飛菲斐=fei 福富=fu 海=hai 恒衡=heng 可珂柯科=ke 乐樂=le 茜倩=qian 蓉荣榮融=rong 如茹=ru " +
        "珊山=shan 双霜=shuang 婉=wan 希西熙喜=xi 贤賢显=xian 祥翔香湘=xiang 雅亚亞=ya 泽澤=ze 哲=zhe 卓=zhuo 大达達=da 莲蓮连=lian 冰兵斌彬宾=bin 全泉=quan " +
        "伯=bo 楠南男=nan 然=ran 睿=rui 轩軒萱宣=xuan 怀=huai 宁寧凝=ning 珺=jun 星兴興=xing 运韵=yun 旺=wang 爱愛=ai 根=gen 奎=kui 坤昆=kun 琼=qiong 苗妙=miao 欢歡=huan " +
        "北=bei 上=shang 圳=zhen 州=zhou 门=men 区=qu 路=lu 街=jie 市=shi 医=yi 院=yuan 心=xin 理=li 诊=zhen 所=suo";

    private static readonly Dictionary<char, string> Table = Read();

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    /// <summary>The reading of one character, or null where it is not known.</summary>
    public static string? Of(char c) => Table.GetValueOrDefault(c);

    /// <summary>"王小明" as "wang xiao ming"; empty without a single known character.</summary>
    public static string Spaced(string text) => Write(text, " ");

    /// <summary>"王小明" as "wang xiaoming": the first character is the family name.</summary>
    public static string Joined(string text) => Write(text, "");

    private static string Write(string text, string between)
    {
        var result = new StringBuilder();
        int inRun = 0;
        bool known = false;
        foreach (char c in text)
        {
            inRun = IsHan(c) ? inRun + 1 : 0;
            if (Of(c) is { } reading)
            {
                known = true;
                result.Append(inRun == 2 ? " " : inRun > 2 ? between : "").Append(reading);
            }
            else
            {
                result.Append(inRun is 1 or 2 ? " " : "").Append(c);
            }
        }

        return known ? TextFolding.Fold(result.ToString()) : "";
    }

    private static Dictionary<char, string> Read()
    {
        var table = new Dictionary<char, string>();
        foreach (string group in Readings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int at = group.IndexOf('=', StringComparison.Ordinal);
            foreach (char c in group.AsSpan(0, at))
            {
                table.TryAdd(c, group[(at + 1)..]);
            }
        }

        return table;
    }
}
