#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "entities_fixture.h"

namespace pullquote::entities {
namespace {

// An article whose sources stand between « and »: the speaker of each, "-" where there is none.
std::string speakers(std::string_view marked) {
  std::string article;
  std::vector<std::pair<std::size_t, std::size_t>> places;
  while (!marked.empty()) {
    const auto open = marked.find("«");
    article += marked.substr(0, open);
    if (open == std::string_view::npos) break;
    marked.remove_prefix(open + 2);
    const auto close = marked.find("»");
    places.emplace_back(article.size(), article.size() + close);
    article += marked.substr(0, close);
    marked.remove_prefix(close + 2);
  }
  const Found found(article);
  std::vector<tokens::TokenRange> sources;
  for (const auto& [begin, end] : places) {
    tokens::TokenRange range{0, 0};
    const auto& tokens = found.tokens().tokens;
    while (tokens[range.first].begin < begin) ++range.first;
    range.last = range.first;
    while (range.last < tokens.size() && tokens[range.last].end <= end) ++range.last;
    sources.push_back(range);
  }
  auto linked = found.linked();
  std::string out;
  for (const auto speaker : resolve_sources(found.tokens(), linked, sources)) {
    if (!out.empty()) out += " | ";
    out += speaker ? linked.entities[*speaker].name : "-";
  }
  return out;
}

struct SourceCase {
  const char* article;
  const char* speakers;
};

void PrintTo(const SourceCase& c, std::ostream* out) { *out << c.article; }

class Sources : public testing::TestWithParam<SourceCase> {};

TEST_P(Sources, Resolve) { EXPECT_EQ(speakers(GetParam().article), GetParam().speakers); }

INSTANTIATE_TEST_SUITE_P(Named, Sources,
                         testing::Values(SourceCase{"«Pedro Costa» said so.", "Pedro Costa"},
                                         SourceCase{"«Acme spokesman Pedro Costa» said so.", "Pedro Costa"},
                                         SourceCase{"«U.S. Secretary of State Pedro Costa» said so.", "Pedro Costa"},
                                         SourceCase{"«The bank's chief economist, Ana Reyes,» said so.", "Ana Reyes"},
                                         SourceCase{"«Ana Reyes, a nurse from Cusco,» said so.", "Ana Reyes"},
                                         SourceCase{"Ana Reyes left. «She» said so.", "Ana Reyes"},
                                         SourceCase{"The envoy left. «The United Nations» said so.",
                                                    "United Nations"}));

INSTANTIATE_TEST_SUITE_P(
    WithoutName, Sources,
    testing::Values(SourceCase{"«A spokesman for President Pedro Costa» said so.",
                               "A spokesman for President Pedro Costa"},
                    SourceCase{"«Foreign ministers from 13 nations» said so.", "Foreign ministers from 13 nations"},
                    SourceCase{"«A lawyer for the bank» said so. «The lawyer» added more.",
                               "A lawyer for the bank | A lawyer for the bank"},
                    SourceCase{"«A nurse» said so. «A nurse» added more.", "A nurse | A nurse"},
                    SourceCase{"«Officials» said so. «Officials» added more.", "Officials | Officials"},
                    SourceCase{"«It» said so. «They» added more.", "- | -"}));

TEST(Sources, OneSourceOfTwoQuotesIsOneMention) {
  const Found found("A lawyer said so and added more.");
  auto linked = found.linked();
  const std::vector<tokens::TokenRange> sources = {{0, 2}, {0, 2}};
  const auto speakers = resolve_sources(found.tokens(), linked, sources);
  EXPECT_EQ(speakers[0], speakers[1]);
  ASSERT_EQ(linked.mentions.size(), 1u);
  EXPECT_EQ(linked.mentions[0].kind, MentionKind::kNominal);
  EXPECT_FALSE(linked.entities[0].named);
}

TEST(Sources, NumberEntitiesAnewByFirstMention) {
  const Found found("A lawyer said so. Ana Reyes left.");
  auto linked = found.linked();
  const std::vector<tokens::TokenRange> sources = {{0, 2}};
  EXPECT_EQ(resolve_sources(found.tokens(), linked, sources)[0], 0u);
  ASSERT_EQ(linked.entities.size(), 2u);
  EXPECT_EQ(linked.entities[1].name, "Ana Reyes");
  EXPECT_EQ(linked.entities[1].mentions, std::vector<std::uint32_t>{1});
}

}  // namespace
}  // namespace pullquote::entities
