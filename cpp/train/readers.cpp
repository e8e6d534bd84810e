#include "readers.h"

#include <zlib.h>

#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace pullquote::train {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& what) {
  throw std::runtime_error(file.string() + ": " + what);
}

// zlib reads plain files as they are.
std::string read_all(const std::filesystem::path& file) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> in(gzopen(file.c_str(), "rb"), gzclose);
  if (!in) fail(file, "cannot be read");
  std::string all;
  std::array<char, 1 << 16> block{};
  while (true) {
    const int count = gzread(in.get(), block.data(), block.size());
    if (count < 0) fail(file, "is damaged");
    if (count == 0) break;
    all.append(block.data(), static_cast<std::size_t>(count));
  }
  if (gzeof(in.get()) == 0) fail(file, "is cut short");
  return all;
}

std::vector<std::string> fields_of(std::string_view line, char separator) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"') {
        fields.back() += c;
        ++i;
      } else {
        quoted = !quoted;
      }
    } else if (c == separator && !quoted) {
      fields.emplace_back();
    } else {
      fields.back() += c;
    }
  }
  return fields;
}

}  // namespace

void each_line(const std::filesystem::path& file, const std::function<void(std::string_view)>& take) {
  const auto all = read_all(file);
  std::string_view rest = all;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    auto line = rest.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    take(line);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

std::vector<std::string> read_lines(const std::filesystem::path& file) {
  std::vector<std::string> lines;
  each_line(file, [&](std::string_view line) { lines.emplace_back(line); });
  return lines;
}

std::vector<Row> read_table(const std::filesystem::path& file, char separator) {
  std::vector<std::string> header;
  std::vector<Row> rows;
  each_line(file, [&](std::string_view line) {
    auto fields = fields_of(line, separator);
    if (header.empty()) {
      header = std::move(fields);
      return;
    }
    if (line.empty()) return;
    if (fields.size() != header.size()) fail(file, "has a row that does not fit its header: " + std::string(line));
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = std::move(fields[i]);
  });
  return rows;
}

std::vector<std::string> read_json_strings(const std::filesystem::path& file, const std::string& key) {
  try {
    return nlohmann::json::parse(read_all(file)).at(key).get<std::vector<std::string>>();
  } catch (const nlohmann::json::exception& error) {
    fail(file, error.what());
  }
}

void each_json_text(const std::filesystem::path& file, const std::string& key,
                    const std::function<void(std::string_view)>& take) {
  each_line(file, [&](std::string_view line) {
    try {
      take(nlohmann::json::parse(line).at(key).get_ref<const std::string&>());
    } catch (const nlohmann::json::exception& error) {
      fail(file, error.what());
    }
  });
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace pullquote::train
