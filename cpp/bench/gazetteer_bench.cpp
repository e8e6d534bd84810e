#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <exception>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "gazetteer/find.h"
#include "pullquote/gazetteer.h"

// What a gazetteer of many names costs: gazetteer_bench [NAMES]
// Makes that many names (a million by default) of one to four invented words and articles that hold a name in every
// tenth place, checks that exactly the names that were put there are found, and prints time and memory.

namespace {

using namespace pullquote;

constexpr std::size_t kArticles = 200;
constexpr std::size_t kArticleWords = 600;
constexpr int kRepeat = 5;

class Inventor {
 public:
  std::string word(bool capital) {
    constexpr std::string_view kOnsets = "bdfgklmnprstvz";
    constexpr std::string_view kVowels = "aeiou";
    std::string word;
    const auto syllables = 2 + random_() % 2;
    for (std::uint32_t i = 0; i < syllables; ++i) {
      word += kOnsets[random_() % kOnsets.size()];
      word += kVowels[random_() % kVowels.size()];
    }
    word += kOnsets[random_() % kOnsets.size()];
    if (capital) word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
  }
  std::string name() {
    std::string name = word(true);
    for (auto more = random_() % 4; more > 0; --more) name += ' ' + word(true);
    return name;
  }
  std::uint32_t below(std::size_t bound) { return static_cast<std::uint32_t>(random_() % bound); }

 private:
  std::mt19937 random_{20240314};
};

template <class Work>
double seconds(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void run(std::size_t wanted) {
  Inventor inventor;
  std::set<std::string> different;
  while (different.size() < wanted) different.insert(inventor.name());
  const std::vector<std::string> names(different.begin(), different.end());
  different.clear();

  std::vector<std::string> texts(kArticles);
  std::size_t put = 0;
  for (auto& text : texts) {
    for (std::size_t i = 0; i < kArticleWords; ++i) {
      if (i % 10 == 5) ++put;
      text += (i % 10 == 5 ? names[inventor.below(names.size())] : inventor.word(false)) + (i % 20 == 19 ? ".\n" : " ");
    }
  }

  Gazetteer gazetteer;
  const double built = seconds([&] {
    GazetteerBuilder builder;
    for (std::size_t i = 0; i < names.size(); ++i) {
      builder.add_name(builder.add_entry({Label::kOrg, names[i], "Q" + std::to_string(i)}), names[i]);
    }
    gazetteer = std::move(builder).build();
  });
  std::printf("names %zu\nbuilding %.2f s\nmemory %.0f MB\n", gazetteer.names(), built,
              static_cast<double>(gazetteer.memory()) / 1e6);
  std::string bytes;
  const double written = seconds([&] { bytes = gazetteer.to_bytes(); });
  Gazetteer again;
  const double read = seconds([&] { again = Gazetteer::from_bytes(bytes); });
  std::printf("bytes %.0f MB, written in %.2f s, read in %.2f s\n", static_cast<double>(bytes.size()) / 1e6, written,
              read);

  std::vector<text::Text> views;
  views.reserve(texts.size());
  for (const auto& text : texts) views.emplace_back(text);
  std::vector<tokens::TokenizedText> articles;
  std::size_t tokens = 0;
  for (const auto& view : views) {
    articles.push_back(tokens::analyse(view));
    tokens += articles.back().tokens.size();
  }
  const auto find_all = [&](const Gazetteer& known) {
    std::size_t found = 0;
    for (const auto& article : articles) found += gazetteer::find(known, article).size();
    return found;
  };
  if (find_all(gazetteer) != put || find_all(again) != put)
    throw std::runtime_error("not the names that were put there");
  double best = 1e9;
  for (int i = 0; i < kRepeat; ++i) best = std::min(best, seconds([&] { (void)find_all(gazetteer); }));
  std::printf("tokens %zu, of names %zu\nmatching %.0f ns a token (%.1f million tokens a second)\n", tokens, put,
              best / static_cast<double>(tokens) * 1e9, static_cast<double>(tokens) / best / 1e6);
}

}  // namespace

int main(int count, char** values) {
  std::size_t names = 1'000'000;
  if (count > 2) {
    std::fputs("usage: gazetteer_bench [NAMES]\n", stderr);
    return 2;
  }
  if (count == 2) {
    const std::string_view number = values[1];
    const auto read = std::from_chars(number.data(), number.data() + number.size(), names);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size() || names == 0) {
      std::fputs("usage: gazetteer_bench [NAMES]\n", stderr);
      return 2;
    }
  }
  try {
    run(names);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "gazetteer_bench: %s\n", error.what());
    return 1;
  }
}
