#include <gtest/gtest.h>

#include "values_fixture.h"

namespace pullquote::values {
namespace {

struct Case {
  const char* article;
  const char* value;
};

TEST(Money, IsReadInEveryStyle) {
  const Case cases[] = {
      {"[$40]", "40 USD"},
      {"[$120-million]", "120000000 USD"},
      {"[$4.35 million]", "4350000 USD"},
      {"[$1,234,567.89]", "1234567.89 USD"},
      {"[US$1.2 billion]", "1200000000 USD"},
      {"US[$1.2 billion]", "1200000000 USD"},
      {"[$ 16 million]", "16000000 USD"},
      {"[US $7.5 million]", "7500000 USD"},
      {"[$5bn]", "5000000000 USD"},
      {"[$350K]", "350000 USD"},
      {"[$300Mil]", "300000000 USD"},
      {"[€3bn]", "3000000000 EUR"},
      {"[£2.5m]", "2500000 GBP"},
      {"[A$5]", "5 AUD"},
      {"[C$5]", "5 CAD"},
      {"[HK$5,000]", "5000 HKD"},
      {"HK[$5,000]", "5000 HKD"},
      {"[R$40]", "40 BRL"},
      {"[N$9 500]", "9500 NAD"},
      {"[COP$70 million]", "70000000 COP"},
      {"[Rs 5 crore]", "50000000 INR"},
      {"[Rs. 1,50,000]", "150000 INR"},
      {"[₹ 10 lakh]", "1000000 INR"},
      {"[Tk 2.5 lakh]", "250000 BDT"},
      {"[Ksh 500]", "500 KES"},
      {"[Dh5,000]", "5000 AED"},
      {"[QR250,000]", "250000 QAR"},
      {"[R99.5 billion]", "99500000000 ZAR"},
      {"[N5.5 billion]", "5500000000 NGN"},
      {"[ZAR9,9 million]", "9900000 ZAR"},
      {"[GHS9.9billion]", "9900000000 GHS"},
      {"[USD 7.5 million]", "7500000 USD"},
      {"[US dollars 5000]", "5000 USD"},
      {"[LE 25 billion]", "25000000000 EGP"},
      {"[5,000 yuan]", "5000 CNY"},
      {"[3 trillion rupiah]", "3000000000000 IDR"},
      {"[two million dollars]", "2000000 USD"},
      {"[a million dollars]", "1000000 USD"},
      {"[half a million euros]", "500000 EUR"},
      {"[two and a half million euros]", "2500000 EUR"},
      {"[three hundred and fifty thousand pounds]", "350000 GBP"},
      {"[twenty-five dollars]", "25 USD"},
      {"[one hundred euros]", "100 EUR"},
      {"[10,000 US dollars]", "10000 USD"},
      {"[10,000 U.S. dollars]", "10000 USD"},
      {"[150,000 Egyptian pounds]", "150000 EGP"},
      {"[5 million Hong Kong dollars]", "5000000 HKD"},
      {"[50 cents]", "0.5 USD"},
      {"[5p]", "0.05 GBP"},
      {"[20 pence]", "0.2 GBP"},
      {"[70-million-dollar]", "70000000 USD"},
      {"[€1.000.000]", "1000000 EUR"},
      {"[$.50]", "0.5 USD"},
      {"[$30 a barrel]", "30 USD"},
  };
  for (const auto& [article, value] : cases) EXPECT_EQ(money_of(article), value) << article;
}

TEST(Money, ReadsRanges) {
  const Case cases[] = {
      {"[$5-10 million]", "5000000-10000000 USD"},
      {"[$5 million to $10 million]", "5000000-10000000 USD"},
      {"[$500,000-1 million]", "500000-1000000 USD"},
      {"[between 9 and 9.5 billion dollars]", "9000000000-9500000000 USD"},
      {"[$1.25-$1.50]", "1.25-1.5 USD"},
      {"[$1.2–1.4 trillion]", "1200000000000-1400000000000 USD"},
      {"[1,500-2,000 baht]", "1500-2000 THB"},
  };
  for (const auto& [article, value] : cases) EXPECT_EQ(money_of(article), value) << article;
}

TEST(Money, LeavesOpenWhatIsNotSaid) {
  const Case cases[] = {
      {"[hundreds of millions of dollars]", "? USD"},
      {"[millions of euros]", "? EUR"},
      {"[dollars]", "? USD"},
      {"[the euro]", "? EUR"},
      {"[multibillion-dollar]", "? USD"},
      {"[300,000 pesos]", "300000 ?"},
      {"[50 million]", "50000000 ?"},
      {"[Bitcoin]", "none"},
      {"[cash]", "none"},
  };
  for (const auto& [article, value] : cases) EXPECT_EQ(money_of(article), value) << article;
}

TEST(Money, TakesTheCurrencyOfTheArticlesCountry) {
  const Case cases[] = {
      {"In {Mexico}, [300,000 pesos]", "300000 MXN"},
      {"In {Chile}, [300,000 pesos]", "300000 CLP"},
      {"In {Brazil} and {Uruguay}, [300,000 pesos]", "300000 UYU"},
      {"In {Pakistan}, [Rs 5 crore]", "50000000 PKR"},
      {"In {Australia}, [$5 million]", "5000000 AUD"},
      {"In {Kenya}, [$5 million]", "5000000 USD"},
      {"In {Kenya}, [500 shillings]", "500 KES"},
      {"In {Senegal}, [500 CFA francs]", "500 XOF"},
      {"In {Morocco}, [500 dirhams]", "500 MAD"},
      {"In {China}, [¥500]", "500 CNY"},
      {"In {Norway}, [500 kroner]", "500 NOK"},
      {"In {Australia}, [5 million US dollars]", "5000000 USD"},
      {"In {Mexico}, [300,000 Colombian pesos]", "300000 COP"},
  };
  for (const auto& [article, value] : cases) EXPECT_EQ(money_of(article), value) << article;
}

std::string place_of(std::string_view article, Label label) {
  const auto value = value_of(article, label);
  if (!value) return "none";
  const auto& place = std::get<PlaceValue>(*value);
  return std::string(name_of(place.type, kPlaceTypeNames)) + ' ' + place.country + ' ' + place.alpha3;
}

TEST(Places, StandForCountries) {
  const Case cases[] = {
      {"[Venezuela]", "country VE VEN"},
      {"[the United States]", "country US USA"},
      {"[U.S.]", "country US USA"},
      {"[US]", "country US USA"},
      {"[UK]", "country GB GBR"},
      {"[England]", "country GB GBR"},
      {"[Russian Federation]", "country RU RUS"},
      {"[Burma]", "country MM MMR"},
      {"[Caracas]", "capital VE VEN"},
      {"[Washington]", "capital US USA"},
      {"[The Hague]", "capital NL NLD"},
      {"[Singapore]", "country SG SGP"},
      {"[Bogotá]", "capital CO COL"},
      {"[DRC]", "country CD COD"},
      {"[Congo]", "none"},
      {"[Lagos]", "none"},
      {"[Europe]", "none"},
      {"[Kosovo]", "country XK UNK"},
      {"[Georgia]", "none"},
      {"[Georgia] and {Tbilisi}", "country GE GEO"},
  };
  for (const auto& [article, value] : cases) EXPECT_EQ(place_of(article, Label::kLoc), value) << article;
}

TEST(Places, PeoplesStandForThem) {
  EXPECT_EQ(place_of("[Venezuelan]", Label::kNorp), "demonym VE VEN");
  EXPECT_EQ(place_of("[Venezuelans]", Label::kNorp), "demonym VE VEN");
  EXPECT_EQ(place_of("[Dutch]", Label::kNorp), "demonym NL NLD");
  EXPECT_EQ(place_of("[Indian]", Label::kNorp), "demonym IN IND");
  EXPECT_EQ(place_of("[Dominican]", Label::kNorp), "none") << "of two countries";
  EXPECT_EQ(place_of("[Democrats]", Label::kNorp), "none");
  EXPECT_EQ(place_of("[Venezuela]", Label::kPerson), "none");
}

}  // namespace
}  // namespace pullquote::values
