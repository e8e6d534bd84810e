#include <gtest/gtest.h>

#include <array>

#include "document/stages.h"
#include "hostile_text.h"
#include "operations.h"

// The whole extractor, with the shipped model, needs operations in proportion to the text, whatever the text is. The
// operations are counted, not timed: a stage that goes over its work again for each word of a text fails here on every
// machine, and a busy machine fails nothing.

namespace pullquote {
namespace {

using Operations = std::array<std::uint64_t, document::kStageNames.size()>;

class Meter final : public document::Observer {
 public:
  void begin() { last_ = operations(); }
  void ended(document::Stage stage) override {
    spent_[static_cast<std::size_t>(stage)] += operations() - last_;
    last_ = operations();
  }
  [[nodiscard]] const Operations& spent() const { return spent_; }

 private:
  std::uint64_t last_ = 0;
  Operations spent_{};
};

const document::Models& models() {
  static const document::Models kModels(model::ModelFile::open(PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm"));
  return kModels;
}

Operations spent_on(const std::string& article) {
  const auto& shipped = models();  // read before anything is counted
  Meter meter;
  meter.begin();
  (void)document::run(shipped, article, {.published = Date{2024, 3, 14}, .boilerplate = true}, &meter);
  return meter.spent();
}

// Where cost is linear, eight times the text needs eight times the operations: less what a stage does once, more where
// a look ahead reaches the end of the small text and not of the large one. Where it is quadratic, up to 64 times.
constexpr std::uint64_t kMore = 8;
constexpr std::uint64_t kTolerated = 16;
constexpr std::uint64_t kNotWorthATest = 20'000;

void expect_linear(const Operations& small, const Operations& large) {
  for (std::size_t stage = 0; stage < small.size(); ++stage) {
    EXPECT_LE(large[stage], kTolerated * small[stage] + kNotWorthATest)
        << document::kStageNames[stage] << ": " << small[stage] << " operations, and " << large[stage] << " for "
        << kMore << " times the text";
  }
}

TEST(Operations, AreCountedAndTheSameEachTime) {
  const std::string article = "Ana Reyes said: \"We will rebuild the bridge.\" Nobody in Belmar had asked her.";
  (void)spent_on(article);  // fills the tables that are made at their first use
  const auto first = spent_on(article);
  for (const auto stage : {document::Stage::kText, document::Stage::kTokens, document::Stage::kSyntax,
                           document::Stage::kEntities, document::Stage::kQuotes}) {
    EXPECT_GT(first[static_cast<std::size_t>(stage)], article.size())
        << document::kStageNames[static_cast<std::size_t>(stage)];
  }
  EXPECT_EQ(spent_on(article), first);
}

class HostileCost : public testing::TestWithParam<const char*> {};

TEST_P(HostileCost, GrowsWithTheText) {
  constexpr std::size_t kBytes = 1 << 12;
  expect_linear(spent_on(repeat(GetParam(), kBytes)), spent_on(repeat(GetParam(), kMore * kBytes)));
}

INSTANTIATE_TEST_SUITE_P(Texts, HostileCost,
                         testing::Values("\"", "“", "”", "'", "‘", "\" ", "“ ", "“ ”", "\"a\" ", "“a ‘b ", "“No.\n\n",
                                         "\"No,\" he said.\n\n", "said ", "said that ", "Reyes said ",
                                         "\"No,\" said Reyes. ", "according to Reyes, ", ", he said, ", "REYES: no\n\n",
                                         "told reporters in ", "Ana Reyes ", "Reyes ", "Ana Reyes. ", "A A A A ", "he ",
                                         "he she his her. ", "Mr ", "President of the ", "Ministry of Trade, ",
                                         "the man he ", "the ministry of ", "a nurse of the nurse of ",
                                         "his brother's ", "the oil oil leader, ", "IAEA ( ", "Bank & ", "Reyes-", "7",
                                         "7 ", "1,", "$7 million ", "Jan. ", "last Monday ", "in March 2019 ", "a", "A",
                                         ".", ". ", "...", "-", "—", "(", ") ", "/", "@", "a.b", "http://a.b/",
                                         "&quot;", "&", "&#", "\n", "\n\n", " ", "\t", "a\n", "A\n\n",
                                         "By Ana Reyes\n\n", "Read more: no\n\n", "\xCC\x81", "e\xCC\x81", "\xFF",
                                         "\xED\xA0\x80", "\xF0\x9F\x98\x80", "é", "中", "\xE2\x80\x8D", "\xC2\xA0",
                                         "the mayor of Belmar and ", "that the bridge that the mayor "));

TEST(Cost, GrowsWithTheNumberOfPeople) {
  const auto crowd = [](int people) {
    std::string article;
    for (int i = 0; i < people; ++i) {
      std::string name = "Aaaa";
      for (int n = i, k = 0; k < 4; n /= 26, ++k)
        name[static_cast<std::size_t>(k)] = static_cast<char>(name[static_cast<std::size_t>(k)] + n % 26);
      article += "Mayor " + name + " Reyes met " + name + "son. \"No,\" said " + name + "son. Later she said so. ";
    }
    return article;
  };
  expect_linear(spent_on(crowd(50)), spent_on(crowd(400)));
}

}  // namespace
}  // namespace pullquote
