#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "entities_fixture.h"

namespace pullquote::entities {
namespace {

struct Case {
  const char* what;
  const char* article;
  const char* names;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.what; }

class Names : public testing::TestWithParam<Case> {};

TEST_P(Names, AreFound) { EXPECT_EQ(Found(GetParam().article).names(), GetParam().names); }

INSTANTIATE_TEST_SUITE_P(
    People, Names,
    testing::Values(
        Case{"first name and surname", "The prize went to Ana Reyes for her work.", "Ana Reyes/PERSON"},
        Case{"an honorific stays outside", "They asked Mr Wexcombe about it.", "Wexcombe/PERSON"},
        Case{"a title stays outside", "They met President Wexcombe twice.", "Wexcombe/PERSON"},
        Case{"a portfolio stays outside", "They met Minister of Health Ana Reyes twice.", "Ana Reyes/PERSON"},
        Case{"a role in lower case speaks for a person", "They met spokeswoman Zuzu Wexcombe.", "Zuzu Wexcombe/PERSON"},
        Case{"a speech verb after it", "It was late when Wexcombe said so.", "Wexcombe/PERSON"},
        Case{"initials", "They met Ana B. Reyes there.", "Ana B. Reyes/PERSON"},
        Case{"particles", "They met Omar bin Wexcombe there.", "Omar bin Wexcombe/PERSON"},
        Case{"a double surname", "They met Ana Reyes-Costa there.", "Ana Reyes-Costa/PERSON"},
        Case{"a given name in two syllables", "They met Park Shin-wook there.", "Park Shin-wook/PERSON"},
        Case{"a possessive stays outside", "It was Ana Reyes's idea.", "Ana Reyes/PERSON"},
        Case{"two people", "They met Ana Reyes and Pedro Costa.", "Ana Reyes/PERSON Pedro Costa/PERSON"},
        Case{"nationality, title, name", "They met Peruvian President Pedro Costa.",
             "Peruvian/NORP Pedro Costa/PERSON"},
        Case{"a country that is a first name", "They met Michael Jordan in Jordan.",
             "Michael Jordan/PERSON Jordan/LOC"}));

INSTANTIATE_TEST_SUITE_P(
    Organisations, Names,
    testing::Values(Case{"by its head", "He left the Wexcombe Institute.", "Wexcombe Institute/ORG"},
                    Case{"by its suffix", "He left Wexcombe Holdings Inc. in debt.", "Wexcombe Holdings Inc./ORG"},
                    Case{"head first", "He left the University of Wexcombe.", "University of Wexcombe/ORG"},
                    Case{"a list of fields", "He left the Ministry of Agriculture, Food and Fisheries.",
                         "Ministry of Agriculture, Food and Fisheries/ORG"},
                    Case{"common words around and", "He left the Food and Drug Administration.",
                         "Food and Drug Administration/ORG"},
                    Case{"an ampersand", "He left Wexcombe & Costa Ltd. for good.", "Wexcombe & Costa Ltd./ORG"},
                    Case{"an acronym", "He asked the WXC for help.", "WXC/ORG"},
                    Case{"acronyms of things are no names", "He asked the CEO about AI and GDP.", "GDP/MISC"},
                    Case{"a place stays inside", "He left the Kansas Department of Agriculture.",
                         "Kansas Department of Agriculture/ORG"},
                    Case{"a nationality stays outside", "He left the Peruvian Navy.", "Peruvian/NORP Navy/ORG"},
                    Case{"a place at its end stands alone", "He left the University of Nairobi.",
                         "University of/ORG Nairobi/LOC"},
                    Case{"a body of one word", "He spoke before the Senate.", "Senate/ORG"}));

INSTANTIATE_TEST_SUITE_P(
    PlacesAndThings, Names,
    testing::Values(Case{"a country", "He lives in Peru.", "Peru/LOC"},
                    Case{"a country with dots", "He lives in the U.S. and likes it.", "U.S./LOC"},
                    Case{"US is not us", "The US told us.", "US/LOC"},
                    Case{"and inside a country", "He grew up in Trinidad and Tobago before moving to Canada.",
                         "Trinidad and Tobago/LOC Canada/LOC"},
                    Case{"in before it", "He lives in Wexcombe.", "Wexcombe/LOC"},
                    Case{"a river", "He swam in the Wexcombe River.", "Wexcombe River/LOC"},
                    Case{"a lake", "He swam in Lake Wexcombe.", "Lake Wexcombe/LOC"},
                    Case{"a place head in lower case", "He owns land in Wexcombe province.", "Wexcombe province/LOC"},
                    Case{"an airport beside its place", "He landed at Wexcombe Airport.", "Wexcombe Airport/FAC"},
                    Case{"a festival", "He sang at the Wexcombe Festival.", "Wexcombe Festival/MISC"},
                    Case{"a war", "He wrote about the Wexcombe War II.", "Wexcombe War II/MISC"},
                    Case{"groups", "Many Muslims and Peruvians came.", "Muslims/NORP Peruvians/NORP"},
                    Case{"a country's company", "He runs a U.S.-led group.", "U.S./LOC"}));

INSTANTIATE_TEST_SUITE_P(
    Capitals, Names,
    testing::Values(Case{"a common word opens the sentence", "Lawmakers left early.", ""},
                    Case{"a function word opens the sentence", "However, nobody left.", ""},
                    Case{"a common word before a name", "Former mayor Ana Reyes left.", "Ana Reyes/PERSON"},
                    Case{"a name opens the sentence", "Costa left early. They saw Costa leave.",
                         "Costa/PERSON Costa/PERSON"},
                    Case{"a title opens the sentence", "Secretary of State Ana Reyes left.", "Ana Reyes/PERSON"},
                    Case{"the article writes it small", "Gravel is dear. They sell gravel here.", ""},
                    Case{"a first name that is a word", "Mark Costa left.", "Mark Costa/PERSON"},
                    Case{"title case takes what the body knows",
                         "Police Report Says Wexcombe Holds New Market Talks\n\nThe market was quiet. On the way "
                         "to the market Pedro Wexcombe spoke to police about a new report.\n",
                         "Wexcombe/PERSON Pedro Wexcombe/PERSON"}));

INSTANTIATE_TEST_SUITE_P(
    Values, Names,
    testing::Values(Case{"month and day", "It began on Jan. 4 and ended.", "Jan. 4/DATE"},
                    Case{"month and year", "It began in August 2017 there.", "August 2017/DATE"},
                    Case{"month, day, year", "It began on July 25, 2022 there.", "July 25, 2022/DATE"},
                    Case{"day, month, year", "It began on 25 July 2022 there.", "25 July 2022/DATE"},
                    Case{"ordinal day", "It began on the 22nd of July there.", "22nd of July/DATE"},
                    Case{"weekday and day", "It began on Monday, July 4 there.", "Monday, July 4/DATE"},
                    Case{"weekday", "It began on Wednesday night.", "Wednesday/DATE"},
                    Case{"year", "It began in 2004.", "2004/DATE"},
                    Case{"a number is no year", "Some 2000 people came.", ""},
                    Case{"numeric date", "It began on 27.08.2022 there.", "27.08.2022/DATE"},
                    Case{"may is a verb", "May we ask? It may rain.", ""},
                    Case{"May is a month", "It began in May.", "May/DATE"},
                    Case{"relative dates are left out", "It began last month and ends today.", ""},
                    Case{"sign and number", "It cost $40 there.", "$40/MONEY"},
                    Case{"magnitude", "It cost €2.3 billion there.", "€2.3 billion/MONEY"},
                    Case{"hyphen", "It has a $120-million fund.", "$120-million/MONEY"},
                    Case{"code", "It cost Rs 5 crore there.", "Rs 5 crore/MONEY"},
                    Case{"words", "It cost 300,000 pesos there.", "300,000 pesos/MONEY"},
                    Case{"vague sums", "It cost millions of dollars.", "millions of dollars/MONEY"},
                    Case{"country letters", "It cost HK$40 there.", "HK$40/MONEY"},
                    Case{"a plain number", "It weighs 40 tonnes.", ""}));

TEST(Boilerplate, GivesMentionsOnlyWhenAsked) {
  const std::string article =
      "Ana Reyes spoke in Peru on Monday about the harvest and the prices that farmers get.\n\n"
      "Read more: Pedro Costa Wins Again In Kenya\n\n"
      "She left in the evening and did not say when she would come back to the valley.\n";
  EXPECT_EQ(Found(article).entity("Kenya"), nullptr);
  EXPECT_NE(Found(article, true).entity("Kenya"), nullptr);
}

}  // namespace
}  // namespace pullquote::entities
