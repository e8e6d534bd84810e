#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>

#include "attribution_score.h"
#include "attribution_trainer.h"
#include "model/model_file.h"
#include "pullquote/error.h"
#include "quotes/model.h"

namespace pullquote::train {
namespace {

using testing::ElementsAre;

class AttributionsTest : public testing::Test {
 protected:
  AttributionsTest()
      : file_(model::ModelFile::open(PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm")), background_(file_) {}

  std::vector<AttributedArticle> read(const std::string& lines) {
    const auto path = std::filesystem::temp_directory_path() /
                      ("attributed-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::ofstream(path) << lines;
    return read_attributed(path, background_);
  }

  // "The mayor said that the bridge would open." with an aside that nobody said, many times over.
  static std::string lesson() {
    return lesson(30, "said",
                  {"that the bridge would open", "that no ferry had sailed", "that prices were falling",
                   "that the harbour needed money", "that nothing was decided"});
  }
  static std::string lesson(int count, const std::string& verb, const std::array<std::string, 5>& contents) {
    constexpr std::array<const char*, 6> kSources = {"The mayor", "Anna Keller", "The ministry",
                                                     "She",       "Engineers",   "Tom Brandt"};
    std::string lines;
    for (int article = 0; article < count; ++article) {
      std::string text, attributions;
      for (int k = 0; k < 4; ++k) {
        const std::string source = kSources[static_cast<std::size_t>(article + k) % kSources.size()];
        const auto& content = contents[static_cast<std::size_t>(article * k) % contents.size()];
        const auto span = [](std::size_t from, std::size_t size) {
          return "[[" + std::to_string(from) + "," + std::to_string(from + size) + "]]";
        };
        const auto start = text.size();
        text += source + " " + verb + " " + content + ". The old crane stood beside the water. ";
        attributions += (k > 0 ? "," : "") + std::string(R"({"source":)") + span(start, source.size()) + R"(,"cue":)" +
                        span(start + source.size() + 1, verb.size()) + R"(,"content":)" +
                        span(start + source.size() + verb.size() + 2, content.size()) + "}";
      }
      lines += R"({"id":")" + std::to_string(article) + R"(","text":")" + text + R"(","attributions":[)" +
               attributions + "]}\n";
    }
    return lines;
  }

  static Articles pointers(const std::vector<AttributedArticle>& articles) {
    Articles all;
    for (const auto& article : articles) all.push_back(&article);
    return all;
  }

  model::ModelFile file_;
  Background background_;
};

TEST_F(AttributionsTest, LearnsWhatIsMarkedAndAppliesItToOtherWords) {
  const auto articles = read(lesson());
  const auto sections = train_attributions(pointers(articles), [](const std::string&) {});
  const auto other = read(R"({"id":"x","text":"A crane stood there. The governor said that the road was closed.",)"
                          R"("attributions":[{"source":[[21,33]],"cue":[[34,38]],"content":[[39,63]]}]})");
  const auto answers = quotes::select(apply(sections, other[0]), 0.3F);
  ASSERT_EQ(answers.size(), 1u);
  EXPECT_DOUBLE_EQ(worth_of(other[0], answers[0], other[0].gold[0]), 1);
  EXPECT_EQ(answers[0].source, other[0].gold[0].source);
  const auto total = score(other[0], answers);
  EXPECT_EQ(total.related, 1u);
  EXPECT_NEAR(total.relation_f1(), 100, 1e-6);
}

TEST_F(AttributionsTest, ReadsEachArticleWithModelsThatDidNotLearnFromIt) {
  // Nothing in the other articles tells that bakers hum bread.
  std::string text, attributions;
  for (std::size_t k = 0; k < 6; ++k) {
    const auto span = [&](std::size_t from, std::size_t size) {
      return "[[" + std::to_string(text.size() + from) + "," + std::to_string(text.size() + from + size) + "]]";
    };
    attributions += (k > 0 ? "," : "") + std::string(R"({"source":)") + span(0, 9) + R"(,"cue":)" + span(10, 6) +
                    R"(,"content":)" + span(17, 5) + "}";
    text += "The baker hummed bread. ";
  }
  const auto articles =
      read(lesson() + R"({"id":"x","text":")" + text + R"(","attributions":[)" + attributions + "]}\n");
  const auto quiet = [](const std::string&) {};
  const auto unseen = cross_validate(pointers(articles), quiet, 1);
  ASSERT_EQ(unseen.size(), articles.size());
  AttributionScore others;
  for (std::size_t i = 0; i + 1 < articles.size(); ++i) {
    others.add(score(articles[i], quotes::select(unseen[i], 0.3F)));
  }
  EXPECT_GT(others.relation_f1(), 90);
  EXPECT_EQ(score(articles.back(), quotes::select(unseen.back(), 0.3F)).related, 0u);
  const auto seen = apply(train_attributions(pointers(articles), quiet, {}, 1), articles.back());
  EXPECT_GT(score(articles.back(), quotes::select(seen, 0.3F)).related, 0u);
}

TEST_F(AttributionsTest, AnAnswerIsWorthMoreTheMoreOfItsPartsIsRight) {
  const auto articles = read(R"({"id":"x","text":"Ann Lee said it rains all day.","attributions":[)"
                             R"({"source":[[0,7]],"cue":[[8,12]],"content":[[13,29]]}]})");
  const auto& gold = articles[0].gold[0];
  quotes::Candidate answer{.source = gold.source, .cue = gold.cue, .content = gold.content};
  EXPECT_DOUBLE_EQ(worth_of(articles[0], answer, gold), 1);
  answer.content.pop_back();
  EXPECT_DOUBLE_EQ(worth_of(articles[0], answer, gold), 0.85);  // three words of four
  answer.content.resize(1);
  EXPECT_DOUBLE_EQ(worth_of(articles[0], answer, gold), 0);  // less than half
  answer.content = gold.content;
  answer.source = {1};
  EXPECT_DOUBLE_EQ(worth_of(articles[0], answer, gold), 0.9);  // one word of two
  answer.source = {3};
  EXPECT_DOUBLE_EQ(worth_of(articles[0], answer, gold), 0);
}

TEST_F(AttributionsTest, GivesTheSameBytesForTheSameArticles) {
  const auto articles = read(lesson());
  const auto once = train_attributions(pointers(articles), [](const std::string&) {});
  const auto again = train_attributions(pointers(articles), [](const std::string&) {});
  EXPECT_EQ(once.parts, again.parts);
  EXPECT_EQ(once.links, again.links);
  EXPECT_EQ(once.acceptance, again.acceptance);
}

TEST_F(AttributionsTest, AdaptsWhatIsThereToAFewArticles) {
  const auto base = attributions_of(file_);
  const auto finds = [&](const AttributionSections& sections, const std::string& verb, const std::string& what) {
    const std::string start = "A crane stood there. The governor ", end = " " + what + ".";
    const auto at = [](std::size_t from, std::size_t to) {
      return "[[" + std::to_string(from) + "," + std::to_string(to) + "]]";
    };
    const auto cue = start.size(), content = cue + verb.size() + 1;
    const auto article =
        read(R"({"id":"x","text":")" + start + verb + end + R"(","attributions":[{"source":[[21,33]],"cue":)" +
             at(cue, cue + verb.size()) + R"(,"content":)" + at(content, content + end.size() - 2) + "}]}");
    const auto answers = quotes::select(apply(sections, article[0]), 0.3F);
    return answers.size() == 1 && worth_of(article[0], answers[0], article[0].gold[0]) > 0;
  };
  const std::string clause = "that the road was closed", thing = "an old road";
  EXPECT_TRUE(finds(base, "denied", clause));
  EXPECT_FALSE(finds(base, "painted", thing));
  const auto articles =
      read(lesson(15, "painted", {"the long bridge", "a late ferry", "two old cranes", "a harbour", "the sea"}));
  const auto adapted = adapt_attributions(base, pointers(articles), [](const std::string&) {});
  EXPECT_TRUE(finds(adapted, "painted", thing));
  EXPECT_TRUE(finds(adapted, "denied", clause));
  const auto replaced = train_attributions(pointers(articles), [](const std::string&) {});
  EXPECT_FALSE(finds(replaced, "denied", clause));
  const auto again = adapt_attributions(base, pointers(articles), [](const std::string&) {});
  EXPECT_EQ(adapted.parts, again.parts);
  EXPECT_EQ(adapted.links, again.links);
  EXPECT_EQ(adapted.acceptance, again.acceptance);
}

TEST_F(AttributionsTest, AdaptsNothingThatWasLearnedWithOtherFeatures) {
  auto base = attributions_of(file_);
  base.links[9] ^= std::byte{1};
  const auto articles = read(lesson());
  try {
    (void)adapt_attributions(base, pointers(articles), [](const std::string&) {});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kModelVersion);
    EXPECT_EQ(error.where(), "quote-links");
  }
}

TEST_F(AttributionsTest, PutsSpansOfCodePointsOnTokens) {
  const auto articles = read(R"({"id":"é","text":"Zoë said: “Très bien.”","attributions":[)"
                             R"({"source":[[0,3]],"cue":[[4,9]],"content":[[11,21]]}]})");
  ASSERT_EQ(articles[0].gold.size(), 1u);
  EXPECT_THAT(articles[0].gold[0].source, ElementsAre(0));
  EXPECT_THAT(articles[0].gold[0].cue, ElementsAre(1, 2));
  EXPECT_THAT(articles[0].gold[0].content, ElementsAre(4, 5, 6));
}

TEST_F(AttributionsTest, SaysWhichLineIsNoArticle) {
  try {
    (void)read(R"({"id":"a","text":"x","attributions":[]})"
               "\n{\"id\":\"b\"}\n");
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("line 2"));
  }
}

TEST_F(AttributionsTest, CountsWhatIsMissedAndWhatIsTooMuch) {
  const auto articles = read(
      R"({"id":"x","text":"Ann said it rains. Bob said it snows.","attributions":[)"
      R"({"source":[[0,3]],"cue":[[4,8]],"content":[[9,17]]},{"source":[[19,22]],"cue":[[23,27]],"content":[[28,36]]}]})");
  const auto& gold = articles[0].gold;
  const quotes::Candidate right{.source = gold[0].source, .cue = gold[0].cue, .content = gold[0].content};
  // The content of one with the source of the other is found, and not attributed.
  const quotes::Candidate wrong{.source = gold[0].source, .cue = gold[1].cue, .content = gold[1].content};
  const auto total = score(articles[0], {right, wrong});
  EXPECT_EQ(total.gold, 2u);
  EXPECT_EQ(total.predicted, 2u);
  EXPECT_EQ(total.related, 1u);
  EXPECT_EQ(total.found[2], 2u);
  EXPECT_EQ(total.attributed[2], 1u);
}

}  // namespace
}  // namespace pullquote::train
