#include <gtest/gtest.h>

#include "tokens_printer.h"

namespace pullquote::tokens {
namespace {

struct QuotesCase {
  std::string_view text;
  std::string_view printed;
};

class QuotationMarks : public testing::TestWithParam<QuotesCase> {};

TEST_P(QuotationMarks, AreDirected) { EXPECT_EQ(print_quotes(*Analysed(GetParam().text)), GetParam().printed); }

INSTANTIATE_TEST_SUITE_P(Double, QuotationMarks,
                         testing::Values(QuotesCase{R"("Stop," he said. "Now.")", R"("<Stop,"> he said. "<Now.">)"},
                                         QuotesCase{"He said “stop”.", "He said “<stop”>."},
                                         QuotesCase{R"((he wrote "no"))", R"((he wrote "<no">))"},
                                         QuotesCase{R"(he said—"no"—and)", R"(he said—"<no">—and)"},
                                         QuotesCase{R"("But I—" she said)", R"("<But I—"> she said)"},
                                         QuotesCase{R"(he said " no " and)", R"(he said "? no "? and)"},
                                         QuotesCase{R"(said "no ", then)", R"(said "<no ">, then)"},
                                         QuotesCase{R"(the end."Then)", R"(the end."?Then)"},
                                         QuotesCase{R"(said "...and so")", R"(said "<...and so">)"},
                                         QuotesCase{R"(said:"Yes")", R"(said:"<Yes">)"},
                                         QuotesCase{"the rest” of it “ and", "the rest”> of it “< and"}));

INSTANTIATE_TEST_SUITE_P(
    Single, QuotationMarks,
    testing::Values(QuotesCase{"'We don't know,' she said. 'It's the boys' fault.'",
                               "'<We don't know,'> she said. '<It's the boys' fault.'>"},
                    QuotesCase{"a ‘plain’ word", "a ‘<plain’> word"},
                    QuotesCase{"the boys' dog and the girls’ cat", "the boys' dog and the girls’ cat"},
                    QuotesCase{"rock 'n' roll in the '90s, 'tis said", "rock 'n' roll in the '90s, 'tis said"},
                    QuotesCase{"goin' home o' nights", "goin' home o' nights"},
                    QuotesCase{R"("He said 'go,'" she said)", R"("<He said '<go,'>"> she said)"},
                    QuotesCase{"the 'heroes' of 'today'", "the '<heroes'> of '<today'>"},
                    QuotesCase{"He called it 'the boys' club' then", "He called it '<the boys' club'> then"},
                    QuotesCase{"the 'burbs are quiet", "the 'burbs are quiet"},
                    QuotesCase{"He said: 'We will go on", "He said: '<We will go on"},
                    QuotesCase{"He is 6'2\" and 5 ft 10\" tall", "He is 6'2\" and 5 ft 10\" tall"},
                    QuotesCase{R"(She won "in 2010" there)", R"(She won "<in 2010"> there)"}));

}  // namespace
}  // namespace pullquote::tokens
