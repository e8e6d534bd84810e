#include "cluster_lists.h"

#include <array>
#include <charconv>
#include <stdexcept>
#include <string_view>

#include "readers.h"

namespace pullquote::train {

namespace {

features::ClusterPath read_path(std::string_view bits) {
  features::ClusterPath path = 1;
  for (const char bit : bits) path = (path << 1) | (bit == '1' ? 1u : 0u);
  return path;
}

bool is_path(std::string_view bits) {
  return !bits.empty() && bits.size() < 32 && bits.find_first_not_of("01") == std::string_view::npos;
}

struct Spelling {
  std::string_view treebank;
  std::string_view text;
};
constexpr std::array<Spelling, 16> kSpellings = {{
    {"``", "\u201C"},
    {"``", "\""},
    {"''", "\u201D"},
    {"`", "\u2018"},
    {"'", "\u2019"},
    {"-LRB-", "("},
    {"-RRB-", ")"},
    {"-LCB-", "{"},
    {"-RCB-", "}"},
    {"-LSB-", "["},
    {"-RSB-", "]"},
    {"--", "\u2014"},
    {"--", "\u2013"},
    {"...", "\u2026"},
    {"--", "-"},
    {"cents", "\u00A2"},
}};

}  // namespace

std::vector<std::pair<std::string, features::ClusterPath>> read_clusters(const std::filesystem::path& file) {
  std::vector<std::pair<std::string, features::ClusterPath>> entries;
  each_line(file, [&](std::string_view line) {
    const auto fields = split(line, '\t');
    std::uint32_t count = 0;
    if (fields.size() != 3 || !is_path(fields[0]) ||
        std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(), count).ec != std::errc()) {
      throw std::runtime_error(file.string() + ": not a path, a word and a count: " + std::string(line));
    }
    const std::string_view word = fields[1];
    const auto path = read_path(fields[0]);
    for (const auto& [treebank, text] : kSpellings) {
      if (word == treebank) entries.emplace_back(text, path);
    }
    const bool number = !word.empty() && word[0] >= '0' && word[0] <= '9';
    const bool bracket = word.size() == 5 && word[0] == '-' && word[4] == '-';
    const bool hyphenated = word.find('-') != std::string_view::npos && word != "--" && word != "-";
    if (count < 2 || number || bracket || hyphenated) return;
    entries.emplace_back(word, path);
  });
  return entries;
}

}  // namespace pullquote::train
