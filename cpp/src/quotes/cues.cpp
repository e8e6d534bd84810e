#include "quotes/cues.h"

#include <array>

#include "word_table.h"

namespace pullquote::quotes {

namespace {

constexpr auto Q = kQuotation;
constexpr auto T = kThat;
constexpr auto C = kClause;
constexpr auto W = kQuestion;
constexpr auto I = kInfinitive;
constexpr auto O = kObject;
constexpr auto B = kObject | kBareObject;
constexpr auto A = kAddressee;
constexpr auto N = kNounToo;
constexpr auto P = kNounToo | kNoun;

// A verb that people also use without speaking costs more than it brings: look at what scoring says before and after.
constexpr auto kCues = std::to_array<Cue>({
    // Saying.
    {"say", "say says said saying", Q | T | C | W},
    {"tell", "tell tells told telling", Q | T | C | W | A},
    {"add", "add adds added adding", Q | T | C},
    {"write", "write writes wrote writing", Q | T | C},
    {"tweet", "tweet tweets tweeted tweeting", Q | T | C | N},
    {"post", "post posts posted posting", Q | N},
    {"ask", "ask asks asked asking", Q | W | A},
    {"state", "stated stating", Q | T | C},
    {"note", "note notes noted noting", Q | T | C | N},
    {"explain", "explain explains explained explaining", Q | T | W},
    {"continue", "continue continues continued continuing", Q},
    {"reply", "reply replies replied replying", Q | T | N},
    {"respond", "respond responds responded responding", Q | T},
    {"answer", "answer answers answered answering", Q | T | N},
    {"announce", "announce announces announced announcing", Q | T | C | B},
    {"declare", "declare declares declared declaring", Q | T | C | O},
    {"claim", "claim claims claimed claiming", Q | T | C | P | I},
    {"argue", "argue argues argued arguing", Q | T | C},
    {"insist", "insist insists insisted insisting", Q | T | C},
    {"suggest", "suggest suggests suggested suggesting", Q | T | C},
    {"warn", "warn warns warned warning", kNoun | Q | T | C | A | O, "of against"},
    {"recall", "recall recalls recalled recalling", Q | T | N},
    {"conclude", "conclude concludes concluded concluding", Q | T},
    {"admit", "admit admits admitted admitting", Q | T | C},
    {"concede", "concede concedes conceded conceding", Q | T | C},
    {"acknowledge", "acknowledge acknowledges acknowledged acknowledging", Q | T | C | B},
    {"confirm", "confirm confirms confirmed confirming", Q | T | C | O},
    {"deny", "deny denies denied denying", Q | T | C | B | kDenial},
    {"reveal", "reveal reveals revealed revealing", Q | T | C},
    {"report", "report reports reported reporting", Q | T | C | N},
    {"stress", "stress stresses stressed stressing", Q | T | N},
    {"emphasise", "emphasise emphasises emphasised emphasising emphasize emphasizes emphasized emphasizing", Q | T},
    {"point", "point points pointed pointing", Q | T | C | kNeedsTail, "out"},
    {"maintain", "maintain maintains maintained maintaining", Q | T | C},
    {"assert", "assert asserts asserted asserting", Q | T | C},
    {"allege", "allege alleges alleged alleging", Q | T | C},
    {"contend", "contend contends contended contending", Q | T | C},
    {"complain", "complain complains complained complaining", Q | T | O, "of about"},
    {"vent", "vents vented venting", Q | T},
    {"lament", "lament laments lamented lamenting", Q | T | O},
    {"observe", "observe observes observed observing", Q | T},
    {"remark", "remark remarks remarked remarking", Q | T | P},
    {"comment", "comment comments commented commenting", Q | T | P},
    {"mention", "mention mentions mentioned mentioning", T | N},
    {"predict", "predict predicts predicted predicting", Q | T | C | B},
    {"estimate", "estimate estimates estimated estimating", T | C | N},
    {"forecast", "forecast forecasts forecasting", T | C | N},
    {"testify", "testify testifies testified testifying", Q | T},
    {"joke", "joke jokes joked joking", Q | T | N},
    {"quip", "quip quips quipped quipping", Q | N},
    {"boast", "boast boasts boasted boasting", kNoun | Q | T | O, "of about"},
    {"reiterate", "reiterate reiterates reiterated reiterating", Q | T | B},
    {"repeat", "repeat repeats repeated repeating", Q | T},
    {"assure", "assure assures assured assuring", Q | T | C | A},
    {"remind", "remind reminds reminded reminding", Q | T | A},
    {"inform", "inform informs informed informing", Q | T | A},
    {"promise", "promise promises promised promising", Q | T | C | I | P | A},
    {"pledge", "pledge pledges pledged pledging", Q | T | I | P},
    {"vow", "vow vows vowed vowing", Q | T | I | P},
    {"threaten", "threaten threatens threatened threatening", Q | T | I},
    {"swear", "swear swears swore swearing", Q | T | I},
    {"agree", "agree agrees agreed agreeing", Q | T | I},
    {"caution", "caution cautions cautioned cautioning", Q | T | A | P},
    {"hint", "hint hints hinted hinting", Q | T | P},
    {"imply", "imply implies implied implying", Q | T | C},
    {"indicate", "indicate indicates indicated indicating", Q | T | C},
    {"signal", "signal signals signalled signalling signaled signaling", T | C | N},
    {"disclose", "disclose discloses disclosed disclosing", T},
    {"counter", "counter counters countered countering", Q | T},
    {"retort", "retort retorts retorted retorting", Q | T},
    {"object", "object objects objected objecting", Q | T | N},
    {"protest", "protest protests protested protesting", Q | T | N},
    {"exclaim", "exclaim exclaims exclaimed exclaiming", Q | T},
    {"shout", "shout shouts shouted shouting", Q | N},
    {"yell", "yell yells yelled yelling", Q | N},
    {"cry", "cries cried crying", Q},
    {"scream", "scream screams screamed screaming", Q | N},
    {"chant", "chant chants chanted chanting", Q | N},
    {"sing", "sing sings sang singing", Q},
    {"whisper", "whisper whispers whispered whispering", Q | N},
    {"mutter", "mutter mutters muttered muttering", Q},
    {"murmur", "murmur murmurs murmured murmuring", Q | N},
    {"bark", "bark barks barked barking", Q | N},
    {"snap", "snap snaps snapped snapping", Q | N},
    {"laugh", "laugh laughs laughed laughing", Q | N},
    {"sigh", "sigh sighs sighed sighing", Q | N},
    {"interject", "interject interjects interjected interjecting", Q},
    {"chime", "chime chimes chimed chiming", Q | kNeedsTail, "in"},
    {"opine", "opine opines opined opining", Q | T},
    {"elaborate", "elaborates elaborated elaborating", Q},
    {"clarify", "clarify clarifies clarified clarifying", Q | T},
    {"muse", "muse muses mused musing", Q | T},
    {"reason", "reasons reasoned reasoning", Q | T | N},
    {"sum", "sums summed summing", Q | kNeedsTail, "up"},
    {"quote", "quotes quoted quoting", Q | N},
    {"start", "started", Q | N},
    {"begin", "began", Q | N},
    {"react", "reacts reacted reacting", Q},
    {"read", "read reads reading", Q | N},
    {"go", "goes went", Q | kNeedsTail, "on further"},
    {"shoot", "shoots shot shooting", Q | T | kNeedsTail, "back"},
    {"fire", "fires fired firing", Q | T | kNeedsTail, "back"},
    {"put", "put puts putting", Q | kNeedsTail, "it"},
    {"speak", "speak speaks spoke speaking", O | kNeedsTail, "of"},
    {"wonder", "wonder wonders wondered wondering", Q | W | N},
    {"question", "questioned questioning", Q | W | B | N},
    {"inquire", "inquire inquires inquired inquiring enquire enquires enquired enquiring", Q | W},
    {"charge", "charge charges charged charging", Q | T | N},
    {"speculate", "speculate speculates speculated speculating", Q | T},
    {"confess", "confess confesses confessed confessing", Q | T},
    {"recount", "recount recounts recounted recounting", Q | T | N},
    {"demand", "demand demands demanded demanding", Q | T | B | P},
    {"recommend", "recommend recommends recommended recommending", Q | T | B},
    {"propose", "propose proposes proposed proposing", Q | T | B},
    {"advise", "advise advises advised advising", Q | T | A},
    {"rule", "rules ruled ruling", Q | T | N},
    {"decide", "decides decided deciding", Q | T},
    {"find", "finds found finding", T},
    {"show", "shows showed showing", T | C | N},
    // Nouns: "X's statement that …".
    {"statement", "statement statements", kNoun},
    {"allegation", "allegation allegations", kNoun},
    {"suggestion", "suggestion suggestions", kNoun},
    {"assertion", "assertion assertions", kNoun},
    {"contention", "contention contentions", kNoun},
    {"argument", "argument arguments", kNoun},
    {"accusation", "accusation accusations", kNoun},
    {"complaint", "complaint complaints", kNoun},
    {"insistence", "insistence", kNoun},
    {"prediction", "prediction predictions", kNoun},
    {"declaration", "declaration declarations", kNoun},
    {"announcement", "announcement announcements", kNoun},
    {"admission", "admission admissions", kNoun},
    {"assurance", "assurance assurances", kNoun},
    {"conclusion", "conclusion conclusions", kNoun},
    {"belief", "belief beliefs", kNoun | kThought},
    {"view", "view views", kNoun | kThought},
    {"conviction", "conviction", kNoun | kThought},
    {"concern", "concern concerns", kNoun | kThought},
    // Thinking.
    {"think", "think thinks thought thinking", Q | T | C | kThought},
    {"believe", "believe believes believed believing", T | C | kThought},
    {"hope", "hope hopes hoped hoping", T | C | I | P | kThought},
    {"fear", "fear fears feared fearing", T | C | P | kThought},
    {"expect", "expects expected expecting", T | I | kThought},
    {"doubt", "doubts doubted doubting", T | N | kThought},
    {"worry", "worries worried worrying", T | kThought},
    {"feel", "feels felt feeling", T | C | kThought},
    {"figure", "figured figuring", T | C | kThought},
    {"know", "knows knew", T | kThought},
    {"assume", "assumes assumed assuming", T | C | kThought},
    {"realise", "realises realised realising realizes realized realizing", T | kThought},
    // Naming, judging and asking for something.
    {"call", "call calls called calling", O | N, "for on"},
    {"describe", "describe describes described describing", B},
    {"dub", "dub dubs dubbed dubbing", O},
    {"label", "label labels labelled labelling labeled labeling", O | N},
    {"brand", "brand brands branded branding", O | N},
    {"term", "term terms termed terming", O | N},
    {"characterise",
     "characterise characterises characterised characterising characterize characterizes characterized characterizing",
     O},
    {"express", "express expresses expressed expressing", B},
    {"reject", "reject rejects rejected rejecting", B | kDenial},
    {"dismiss", "dismiss dismisses dismissed dismissing", B | kDenial},
    {"condemn", "condemn condemns condemned condemning", B},
    {"denounce", "denounce denounces denounced denouncing", B},
    {"decry", "decry decries decried decrying", B},
    {"criticise", "criticise criticises criticised criticising criticize criticizes criticized criticizing", B},
    {"accuse", "accuse accuses accused accusing", B},
    {"blame", "blame blames blamed blaming", B | N},
    {"blast", "blast blasts blasted blasting", B | N},
    {"slam", "slam slams slammed slamming", B | N},
    {"mock", "mock mocks mocked mocking", B},
    {"praise", "praise praises praised praising", B | N},
    {"hail", "hail hails hailed hailing", B},
    {"welcome", "welcome welcomes welcomed welcoming", B},
    {"defend", "defends defended defending", B},
    {"urge", "urge urges urged urging", Q | T | B},
    {"cite", "cite cites cited citing", B},
    {"compare", "compares compared comparing", B},
    {"ridicule", "ridicules ridiculed ridiculing", B},
    {"refer", "refers referred referring", O | kNeedsTail, "to"},
    {"attack", "attacks attacked attacking", O | N},
    {"promote", "promotes promoted promoting", O},
    {"thank", "thanks thanked thanking", B | N},
    {"endorse", "endorse endorses endorsed endorsing", B},
    {"oppose", "opposes opposed opposing", B},
    {"support", "supports supported supporting", B | N},
});

struct Row {
  std::uint16_t value;
  std::string_view words;
};

constexpr auto kRows = [] {
  std::array<Row, kCues.size()> rows{};
  for (std::size_t i = 0; i < kCues.size(); ++i) rows[i] = {static_cast<std::uint16_t>(i + 1), kCues[i].forms};
  return rows;
}();

constexpr WordTable<std::uint16_t, 2048> kForms(kRows);

// A form belongs to one lemma.
static_assert([] {
  for (const auto& row : kRows) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const auto end = rest.find(' ');
      if (kForms.find(rest.substr(0, end)) != row.value) return false;
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
  }
  return true;
}());

}  // namespace

std::span<const Cue> cues() { return kCues; }

const Cue* find_cue(std::string_view lower) {
  const auto row = kForms.find(lower);
  return row == 0 ? nullptr : &kCues[row - 1];
}

bool is_among(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const auto end = list.find(' ');
    if (list.substr(0, end) == word) return true;
    list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
  }
  return false;
}

}  // namespace pullquote::quotes
