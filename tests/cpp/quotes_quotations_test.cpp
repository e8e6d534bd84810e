#include <gtest/gtest.h>

#include "quotes/quotations.h"
#include "quotes_fixture.h"

namespace pullquote::quotes {
namespace {

struct Case {
  const char* article;
  const char* quotations;
};

class Quotations : public testing::TestWithParam<Case> {};

TEST(QuotationsInNames, AreNicknames) {
  const text::Text text("Ana \"Bella\" Reyes and \"Bella\" met \"nobody\".");
  const auto tokens = tokens::analyse(text);
  entities::Linked linked;
  const auto found = [&](tokens::TokenRange name, Label label) {
    linked.mentions = {{.tokens = name, .label = label}};
    return find_quotations(tokens, linked, false).size();
  };
  EXPECT_EQ(found({0, 5}, Label::kPerson), 2u);
  EXPECT_EQ(found({0, 5}, Label::kOrg), 3u);     // 'The "Bella" Theatre' has a name with a term in it
  EXPECT_EQ(found({0, 4}, Label::kPerson), 3u);  // marks around the end of a name
  EXPECT_EQ(found({6, 9}, Label::kPerson), 3u);
}

TEST_P(Quotations, AreFoundByTheirMarks) { EXPECT_EQ(print_quotations(GetParam().article), GetParam().quotations); }

INSTANTIATE_TEST_SUITE_P(Marks, Quotations,
                         testing::Values(Case{R"("We won," she said. "At last.")", "[We won,]\n[At last.]"},
                                         Case{"She said “we won” and left.", "[we won]"},
                                         Case{"'We won,' she said. 'It's the boys' day.'",
                                              "[We won,]\n[It's the boys' day.]"},
                                         Case{"„Wir“ and «nous» and ``we''.", "[Wir]\n[nous]\n[we]"},
                                         Case{"She said nothing.", ""}, Case{"An empty \"\" pair.", ""}));

INSTANTIATE_TEST_SUITE_P(Nested, Quotations,
                         testing::Values(Case{"“They said ‘never’ to me,” he said.", "[They said ‘never’ to me,]"},
                                         Case{"‘They said “never” to me,’ he said.", "[They said “never” to me,]"},
                                         Case{"“They said “never” to me,” he said.", "[They said “never” to me,]"},
                                         Case{R"("They said 'never,'" he said.)", "[They said 'never,']"}));

INSTANTIATE_TEST_SUITE_P(Unbalanced, Quotations,
                         testing::Values(Case{"“We won, she said. “At last.”", "[We won, she said.\n[At last.]"},
                                         Case{"We never got it,” he said. He left.", "[We never got it,]"},
                                         Case{"The rest” of it.", ""}, Case{"“We won.\n\nNobody else did.", "[We won."},
                                         Case{"“We won.\n\n“At last.”", "[We won.\n+[At last.]"},
                                         Case{"“We won.\n\nMore news: A cup\n\n“At last.”", "[We won.\n+[At last.]"},
                                         Case{"“We won.\n\n‘At last.’", "[We won.\n[At last.]"},
                                         Case{"“We won.”\n\n“At last.”", "[We won.]\n[At last.]"}));

}  // namespace
}  // namespace pullquote::quotes
