#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <string>

#include "entities_fixture.h"
#include "quotes/candidates.h"
#include "stems.h"

namespace pullquote::quotes {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Lt;
using testing::Not;
using testing::SizeIs;

TEST(Stems, SendTheFormsOfAVerbToOneNumber) {
  for (const auto& [form, base] : {std::pair{"said", "say"},
                                   {"says", "say"},
                                   {"saying", "say"},
                                   {"told", "tell"},
                                   {"denied", "deny"},
                                   {"denies", "deny"},
                                   {"argued", "argue"},
                                   {"arguing", "argue"},
                                   {"admitted", "admit"},
                                   {"claims", "claim"},
                                   {"thought", "think"}}) {
    EXPECT_EQ(stem_of(form), stem_of(base)) << form;
  }
  EXPECT_NE(stem_of("said"), stem_of("told"));
}

Candidate candidate(std::uint32_t anchor, std::uint32_t first, std::uint32_t last, float confidence) {
  Candidate c{.anchor = anchor, .confidence = confidence};
  for (auto i = first; i < last; ++i) c.content.push_back(i);
  return c;
}

std::vector<std::uint32_t> anchors(const std::vector<Candidate>& candidates) {
  std::vector<std::uint32_t> out;
  for (const auto& c : candidates) out.push_back(c.anchor);
  return out;
}

TEST(Select, KeepsTheSurestOfThoseThatShareContent) {
  EXPECT_THAT(anchors(select({candidate(1, 2, 9, 0.5F), candidate(10, 4, 9, 0.8F)}, 0.3F)), ElementsAre(10));
  EXPECT_THAT(anchors(select({candidate(1, 2, 9, 0.9F), candidate(10, 4, 9, 0.8F)}, 0.3F)), ElementsAre(1));
}

TEST(Select, KeepsThoseThatOnlyTouch) {
  EXPECT_THAT(anchors(select({candidate(1, 2, 9, 0.5F), candidate(12, 8, 12, 0.8F)}, 0.3F)), ElementsAre(1, 12));
}

TEST(Select, TakesAnotherReadingWhereItLeavesRoom) {
  const auto whole = candidate(1, 2, 9, 0.8F), part = candidate(1, 2, 5, 0.7F), second = candidate(6, 6, 9, 0.6F);
  EXPECT_THAT(anchors(select({whole, part, second}, 0.3F)), ElementsAre(1, 6));
  EXPECT_THAT(select({whole, part, second}, 0.3F)[0].content, SizeIs(3));
  // Together they are not worth more than the surest.
  EXPECT_THAT(anchors(select({whole, candidate(1, 2, 5, 0.55F), candidate(6, 6, 9, 0.5F)}, 0.3F)), ElementsAre(1));
  EXPECT_THAT(anchors(select({whole, part, candidate(6, 6, 9, 0.25F)}, 0.3F)), ElementsAre(1));
  // Without the other reading there is no room.
  EXPECT_THAT(anchors(select({whole, second}, 0.3F)), ElementsAre(1));
}

TEST(Select, KeepsOneReadingOfACueAndNothingTooUnsure) {
  EXPECT_THAT(select({candidate(1, 2, 9, 0.5F), candidate(1, 20, 25, 0.4F), candidate(30, 31, 33, 0.2F)}, 0.3F),
              SizeIs(1));
  EXPECT_THAT(select({}, 0.3F), SizeIs(0));
}

// No tree: each token hangs from nothing.
syntax::Parse bare_parse(std::size_t tokens) {
  syntax::Parse parse;
  parse.tags.resize(tokens);
  parse.relations.resize(tokens);
  parse.heads.assign(tokens, syntax::kRoot);
  return parse;
}

/// An article without names or a tree, and the first token that is a given word.
struct Read {
  explicit Read(const std::string& article)
      : view(article),
        tokenized(tokens::analyse(view)),
        words(tokenized, entities::test_knowledge().lexicon),
        parse(bare_parse(tokenized.tokens.size())),
        reading(tokenized, words, features::Clusters(), parse, {}, find_quotations(tokenized, true)) {}

  [[nodiscard]] std::uint32_t first(std::string_view word) const {
    std::uint32_t token = 0;
    while (words.lower(token) != word) ++token;
    return token;
  }

  text::Text view;
  tokens::TokenizedText tokenized;
  features::Words words;
  syntax::Parse parse;
  Reading reading;
};

class CueViewTest : public testing::Test {
 protected:
  // The words that are asked about for the cue, which is the first "said".
  std::string asked(const std::string& article) {
    const Read read(article);
    const std::vector<Opinion> opinions(read.reading.size());
    const auto cue = read.first("said");
    const CueView view(read.reading, opinions, cue);
    EXPECT_EQ(view.tokens()[view.place()], cue);
    std::string out;
    Features features;
    for (std::uint32_t i = 0; i < view.tokens().size(); ++i) {
      if (i > 0) out += ' ';
      out += read.tokenized.word(view.tokens()[i]);
      view.features(i, features);
    }
    asked_ = view.tokens().size();
    return out;
  }
  std::size_t asked_ = 0;
};

TEST_F(CueViewTest, AsksAboutTheEndsOfAQuotationOnly) {
  EXPECT_EQ(asked("\"We will open the old harbour again in the spring,\" Keller said."),
            "\" We will spring , \" Keller said .");
}

TEST_F(CueViewTest, AsksAboutItsParagraphAndTheQuotationThatFollows) {
  EXPECT_EQ(asked("It rained.\n\nKeller said:\n\n\"No.\" Nobody cared."), "Keller said : \" No . \"");
  EXPECT_EQ(asked("Keller said so.\n\nNobody cared."), "Keller said so .");
}

// What a group's features come to is kept under its key, in whichever view it was worked out.
TEST_F(CueViewTest, GroupsSeeTheSameUnderTheSameKey) {
  const text::Text text(
      "\"No,\" Keller said, and Reyes said that it rained. \"Yes,\" said Pedro, who said \"no, no\" before.");
  const auto tokens = tokens::analyse(text);
  const features::Words words(tokens, entities::test_knowledge().lexicon);
  auto parse = bare_parse(tokens.tokens.size());
  for (std::uint32_t i = 1; i < parse.heads.size(); i += 2) parse.heads[i] = i - 1;
  const Reading reading(tokens, words, features::Clusters(), parse, {}, find_quotations(tokens, true));
  std::vector<Opinion> opinions(reading.size());
  for (std::size_t i = 0; i < opinions.size(); ++i) opinions[i].content = static_cast<float>(i % 3) / 3;
  std::map<std::uint64_t, std::vector<std::uint64_t>> known;
  std::size_t again = 0;
  for (std::uint32_t cue = 0; cue < reading.size(); ++cue) {
    const CueView view(reading, opinions, cue);
    for (std::uint32_t i = 0; i < view.tokens().size(); ++i) {
      const auto at = view.place_of(i);
      for (const auto group : CueView::kGroups) {
        Features features;
        view.features(group, at, features);
        const std::vector<std::uint64_t> now(features.begin(), features.end());
        const auto [place, fresh] = known.emplace(view.key(group, at), now);
        EXPECT_EQ(place->second, now) << static_cast<int>(group) << " at " << view.tokens()[i] << " for " << cue;
        again += fresh ? 0 : 1;
      }
    }
  }
  EXPECT_GT(again, known.size() / 2);
}

TEST_F(CueViewTest, AsksAboutABoundedNumberOfTokens) {
  std::string article = "Keller said";
  for (int i = 0; i < 5000; ++i) article += " and again";
  asked(article + ".");
  EXPECT_THAT(asked_, Lt(200u));
  article = "Keller said";
  for (int i = 0; i < 5000; ++i) article += " \"yes\"";
  asked(article + ".");
  EXPECT_THAT(asked_, Lt(200u));
}

// The candidates of one cue under weights that know only which words, seen from it, are its source and its content:
// <source|variant> content, a line each. `other` is a word that may be a cue as well.
std::string readings_of(const std::string& article, const std::string& cue_word, std::uint32_t source_end,
                        const std::string& outside, const std::string& other = {}) {
  const Read read(article);
  const std::vector<Opinion> opinions(read.reading.size());
  const auto cue = read.first(cue_word);
  const CueView view(read.reading, opinions, cue);
  std::map<std::uint64_t, std::vector<float>> rows;
  for (std::uint32_t i = 0; i < view.tokens().size(); ++i) {
    const auto token = view.tokens()[i];
    const auto role =
        token == cue         ? kCue
        : token < source_end ? kSource
        : (token < cue && source_end > 0) ||
                (" " + outside + " ").find(" " + std::string(read.words.lower(token)) + " ") != std::string::npos
            ? kOutside
            : kContent;
    Features features;
    view.features(CueView::Group::kToken, view.place_of(i), features);
    std::vector<float> row(kRoles);
    row[role] = 4;
    rows.emplace(*features.begin(), row);  // its word and side
  }
  const auto bytes =
      model::Crf::build(kRoles, std::vector<float>((kRoles + 1) * (kRoles + 1)), {rows.begin(), rows.end()});
  std::vector<std::uint32_t> cues{cue};
  if (!other.empty()) cues.push_back(read.first(other));
  std::sort(cues.begin(), cues.end());
  std::string out;
  const auto print = [&](const std::vector<std::uint32_t>& part) {
    std::string joined;
    for (const auto token : part) joined += (joined.empty() ? "" : " ") + std::string(read.tokenized.word(token));
    return joined;
  };
  for (const auto& c : link(read.reading, opinions, cues, model::Crf(bytes))) {
    if (c.anchor != cue) continue;
    out += "<" + print(c.source) + "|" + std::to_string(c.variant) + "> " + print(c.content) + "\n";
  }
  return out;
}

TEST(Readings, EndAtACommaInsideMarksToo) {
  EXPECT_THAT(readings_of("Keller called it a \"levy,\" which it is.", "called", 1, "."),
              AllOf(HasSubstr("<Keller|0> it a \" levy , \" which it is\n"),
                    HasSubstr("<Keller|" + std::to_string(kCut) + "> it a \" levy , \"\n")));
  EXPECT_THAT(readings_of("Keller called it a \"levy\" which it is.", "called", 1, "."),
              Not(HasSubstr("|" + std::to_string(kCut) + ">")));
}

TEST(Readings, GoOnBehindTheMarksToo) {
  EXPECT_THAT(
      readings_of("Keller pledged to \"renew\" what was left, and sat.", "pledged", 1, "what was left and sat , ."),
      AllOf(HasSubstr("<Keller|0> to \" renew \"\n"),
            HasSubstr("<Keller|" + std::to_string(kExtended) + "> to \" renew \" what was left\n")));
  EXPECT_THAT(readings_of("Keller pledged to \"renew.\" What was left fell.", "pledged", 1, "what was left fell ."),
              Not(HasSubstr("|" + std::to_string(kExtended) + ">")));
}

// A line of readings_of() with Keller for the source.
std::string of_keller(Variant variant, std::string_view content) {
  std::string line = "<Keller|";
  line += std::to_string(variant);
  line += "> ";
  line += content;
  line += '\n';
  return line;
}

TEST(Readings, EndBeforeWhatTheReporterGoesOnWith) {
  const auto extended = of_keller(kExtended, "to \" renew \" the pier");
  EXPECT_THAT(readings_of("Keller pledged to \"renew\" the pier - a vow.", "pledged", 1, "the pier - a vow ."),
              HasSubstr(extended));
  EXPECT_THAT(readings_of("Keller pledged to \"renew\" the pier and left.", "pledged", 1, "the pier and left ."),
              Not(HasSubstr(extended)));  // without a tree nothing is known to be a verb
}

TEST(Readings, AreOnlyTheMarksToo) {
  EXPECT_THAT(
      readings_of("Keller accused the mayor of \"malice\" on Monday.", "accused", 1, "."),
      AllOf(HasSubstr(of_keller(kLikeliest, "the mayor of \" malice \" on Monday")),
            HasSubstr(of_keller(kMarks, "\" malice \"")), HasSubstr(of_keller(kUpToMarks, "the mayor of \" malice \"")),
            HasSubstr(of_keller(kFromMarks, "of \" malice \" on Monday"))));
  EXPECT_THAT(readings_of("Keller accused the mayor of malice on Monday.", "accused", 1, "."),
              Not(HasSubstr("|" + std::to_string(kMarks) + ">")));
}

TEST(Readings, EndBeforeAClauseWithACueOfItsOwnToo) {
  EXPECT_THAT(readings_of("Keller said it rained and warned the town.", "said", 1, ".", "warned"),
              AllOf(HasSubstr(of_keller(kLikeliest, "it rained and warned the town")),
                    HasSubstr(of_keller(kUpToClause, "it rained"))));
  EXPECT_THAT(readings_of("Keller said it rained, while Reyes warned the town.", "said", 1, ".", "warned"),
              HasSubstr(of_keller(kUpToClause, "it rained")));
  EXPECT_THAT(readings_of("Keller said it rained and warned the town.", "said", 1, "."),
              Not(HasSubstr("|" + std::to_string(kUpToClause) + ">")));
  // The other cue may belong to what was said.
  EXPECT_THAT(readings_of("Keller said Reyes warned the town.", "said", 1, ".", "warned"),
              Not(HasSubstr("|" + std::to_string(kUpToClause) + ">")));
}

TEST(Readings, BeginBehindAClauseWithACueOfItsOwnToo) {
  const auto readings = [](const std::string& other) {
    return readings_of("Reyes warned the town, but it rained, said Keller.", "said", 0, "keller .", other);
  };
  const auto begun = "|" + std::to_string(kFromClause) + "> it rained\n";
  EXPECT_THAT(readings("warned"), HasSubstr(begun));
  EXPECT_THAT(readings(""), Not(HasSubstr("|" + std::to_string(kFromClause) + ">")));
}

TEST(CandidateCues, MayBeUnlikelyBesideAQuotation) {
  const auto cues = [](const std::string& article, float cue) {
    const Read read(article);
    std::vector<Opinion> opinions(read.reading.size());
    opinions[read.first("coined")].cue = cue;
    return candidate_cues(read.reading, opinions).size();
  };
  EXPECT_EQ(cues("Keller coined a \"levy\" then.", 0.05F), 1u);
  EXPECT_EQ(cues("Keller coined a levy then.", 0.05F), 0u);
  EXPECT_EQ(cues("Keller coined a levy. \"Then.\"", 0.05F), 0u);
  EXPECT_EQ(cues("Keller \"coined a levy\" then.", 0.05F), 0u);  // inside it, no more than elsewhere
  EXPECT_EQ(cues("Keller coined a levy then.", 0.5F), 1u);
}

}  // namespace
}  // namespace pullquote::quotes
