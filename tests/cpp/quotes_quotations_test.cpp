#include <gtest/gtest.h>

#include "quotes_fixture.h"

namespace pullquote::quotes {
namespace {

struct Case {
  const char* article;
  const char* quotations;
};

class Quotations : public testing::TestWithParam<Case> {};

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
